import { useState } from 'preact/hooks';
import type { Estate } from '../api/types';
import { useAnswer } from '../data/use-answer';
import { useI18n } from '../i18n/context';
import { formatCriteria, NO_CRITERIA } from '../search/criteria';
import { featuresOf } from '../ui/cards';
import { Done, EmailForm } from '../ui/email-form';
import { Facts, FeatureTags } from '../ui/facts';
import { Failure } from '../ui/failure';
import { LazyMap } from '../ui/lazy-map';
import { PageTitle } from '../ui/page-title';
import { Picture } from '../ui/picture';
import { PageSkeleton } from '../ui/skeleton';

export default function EstateDetail({ id = '' }: { id?: string }) {
  const { t } = useI18n();
  const answer = useAnswer<Estate>({ path: `/api/estate/${encodeURIComponent(id)}` });
  if (answer.error?.kind === 'notFound' || answer.error?.kind === 'refused') {
    return (
      <div class="message">
        <PageTitle text={t.estate.unknownTitle} />
        <p>{t.estate.unknownText}</p>
        <a class="button button-primary" href="/estate/search">
          {t.estate.searchAgain}
        </a>
      </div>
    );
  }
  if (answer.data) return <EstateView estate={answer.data} onGone={answer.retry} />;
  return answer.error ? <Failure error={answer.error} onRetry={answer.retry} /> : <PageSkeleton />;
}

function EstateView({ estate, onGone }: { estate: Estate; onGone: () => void }) {
  const { t, format } = useI18n();
  const [requester, setRequester] = useState<string | null>(null);
  const { latitude, longitude } = estate;
  return (
    <article class="detail">
      <Picture class="detail-picture" source={estate.thumbnail} alt={t.estate.alt(estate.name)} isEager />
      <div class="detail-main">
        <PageTitle text={estate.name} lang="ja" />
        <p class="detail-price">{format.yen(estate.rent)}</p>
        <p class="detail-text" lang="ja">
          {estate.description}
        </p>
        <h2 class="visually-hidden">{t.estate.facts}</h2>
        <Facts
          facts={[
            [t.field.address, estate.address, 'ja'],
            [t.field.rentPerMonth, format.yen(estate.rent)],
            [t.field.door, format.size(estate.doorWidth, estate.doorHeight)],
          ]}
        />
        <FeatureTags
          title={t.estate.features}
          features={featuresOf(estate)}
          empty={t.estate.noFeatures}
          hrefOf={(feature) => `/estate/search${formatCriteria({ ...NO_CRITERIA, features: [feature] })}`}
        />
      </div>
      <div class="detail-action">
        {requester !== null ? (
          <Done title={t.estate.requestedTitle} texts={[t.estate.requested(requester)]} />
        ) : (
          <EmailForm
            action={`/api/estate/req_doc/${estate.id}`}
            title={t.estate.requestTitle}
            submit={t.estate.request}
            submitting={t.estate.requesting}
            goneText={t.estate.gone}
            onDone={setRequester}
            onGone={onGone}
          />
        )}
      </div>
      <section class="detail-map">
        <h2>{t.estate.mapTitle}</h2>
        <LazyMap label={t.estate.mapLabel(estate.name)} position={{ latitude, longitude }} />
        <a class="more" href={`/estate/draw?view=${latitude.toFixed(4)},${longitude.toFixed(4)},10`}>
          {t.estate.nearby}
        </a>
      </section>
    </article>
  );
}
