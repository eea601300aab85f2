import { useState } from 'preact/hooks';
import type { Chair } from '../api/types';
import { invalidate } from '../data/store';
import { useAnswer } from '../data/use-answer';
import { useI18n } from '../i18n/context';
import { formatCriteria, NO_CRITERIA } from '../search/criteria';
import { featuresOf } from '../ui/cards';
import { Done, EmailForm } from '../ui/email-form';
import { Facts, FeatureTags } from '../ui/facts';
import { Failure } from '../ui/failure';
import { PageTitle } from '../ui/page-title';
import { Picture } from '../ui/picture';
import { RecommendedHomes } from '../ui/recommended-homes';
import { PageSkeleton } from '../ui/skeleton';
import { MissingChair } from './missing-chair';

const searchHref = (criteria: Partial<typeof NO_CRITERIA>) =>
  `/chair/search${formatCriteria({ ...NO_CRITERIA, ...criteria })}`;

export default function ChairDetail({ id = '' }: { id?: string }) {
  const answer = useAnswer<Chair>({ path: `/api/chair/${encodeURIComponent(id)}` });
  const [buyer, setBuyer] = useState<string | null>(null);
  const isGone = answer.error?.kind === 'notFound' || answer.error?.kind === 'refused';
  if (isGone && buyer === null) return <MissingChair id={id} />;
  if (answer.data) {
    return <ChairView chair={answer.data} isSoldOut={isGone} buyer={buyer} onBought={setBuyer} />;
  }
  return answer.error ? <Failure error={answer.error} onRetry={answer.retry} /> : <PageSkeleton />;
}

interface ChairViewProps {
  chair: Chair;
  isSoldOut: boolean;
  /** Who has just bought it here, or null. */
  buyer: string | null;
  onBought: (email: string) => void;
}

function ChairView({ chair, isSoldOut, buyer, onBought }: ChairViewProps) {
  const { t, format } = useI18n();
  // Lists may no longer show a chair whose last piece has gone.
  const forgetChairs = () => invalidate('/api/chair/');
  return (
    <article class="detail">
      <Picture class="detail-picture" source={chair.thumbnail} alt={t.chair.alt(chair.name)} isEager />
      <div class="detail-main">
        <PageTitle text={chair.name} lang="ja" />
        <p class="detail-price">{format.yen(chair.price)}</p>
        <p class="detail-text" lang="ja">
          {chair.description}
        </p>
        <h2 class="visually-hidden">{t.chair.facts}</h2>
        <Facts
          facts={[
            [t.field.size, format.size(chair.width, chair.depth, chair.height)],
            [t.field.kind, chair.kind, 'ja'],
            [t.field.color, chair.color, 'ja'],
          ]}
        />
        <FeatureTags
          title={t.chair.features}
          features={featuresOf(chair)}
          empty={t.chair.noFeatures}
          hrefOf={(feature) => searchHref({ features: [feature] })}
        />
        <a class="more" href={searchHref({ choices: { kind: chair.kind } })}>
          {t.chair.similar}
        </a>
      </div>
      <div class="detail-action">
        {buyer !== null ? (
          <Done
            title={t.chair.boughtTitle}
            texts={isSoldOut ? [t.chair.bought(buyer), t.chair.lastPiece] : [t.chair.bought(buyer)]}
          />
        ) : (
          <EmailForm
            action={`/api/chair/buy/${chair.id}`}
            title={t.chair.buyTitle}
            submit={t.chair.buy}
            submitting={t.chair.buying}
            goneText={t.chair.justSoldOut}
            onDone={(email) => {
              onBought(email);
              forgetChairs();
            }}
            onGone={forgetChairs}
          />
        )}
      </div>
      <RecommendedHomes chairId={String(chair.id)} />
    </article>
  );
}
