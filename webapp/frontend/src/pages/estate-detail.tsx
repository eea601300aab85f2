import type { Estate } from '../api/types';
import { useAnswer } from '../data/use-answer';
import { EstateFit } from '../fit/estate-fit';
import { useI18n } from '../i18n/context';
import { useEstateTexts } from '../i18n/estate';
import { formatCriteria, NO_CRITERIA } from '../search/criteria';
import { Detail } from '../ui/detail';
import { Failure } from '../ui/failure';
import { LazyMap } from '../ui/lazy-map';
import { Message } from '../ui/message';
import { Rent } from '../ui/rent';
import { PageSkeleton } from '../ui/skeleton';
import { DocumentRequest } from './document-request';

export default function EstateDetail({ id = '' }: { id?: string }) {
  const text = useEstateTexts();
  const answer = useAnswer<Estate>({ path: `/api/estate/${encodeURIComponent(id)}` });
  if (answer.data) return <EstateView key={id} estate={answer.data} />;
  if (answer.error?.kind === 'notFound' || answer.error?.kind === 'refused') {
    return (
      <Message
        title={text.unknownTitle}
        texts={[text.unknownText]}
        link={[text.searchAgain, '/estate/search']}
      />
    );
  }
  return answer.error ? <Failure error={answer.error} onRetry={answer.retry} isPage /> : <PageSkeleton />;
}

function EstateView({ estate }: { estate: Estate }) {
  const { t, format } = useI18n();
  const text = useEstateTexts();
  const { latitude, longitude } = estate;
  return (
    <Detail
      kind="estate"
      item={estate}
      pictureText={text.alt(estate.name)}
      price={<Rent yen={estate.rent} />}
      facts={[
        [t.field.address, estate.address, 'ja'],
        [t.field.door, format.size(estate.doorWidth, estate.doorHeight)],
      ]}
      fit={<EstateFit estate={estate} />}
      titles={text}
      actionText={text.goToForm}
      featureHref={(feature) => `/estate/search${formatCriteria({ ...NO_CRITERIA, features: [feature] })}`}
      action={<DocumentRequest estateId={estate.id} />}
    >
      <section class="detail-map">
        <h2>{text.mapTitle}</h2>
        <LazyMap label={text.mapLabel(estate.name)} position={{ latitude, longitude }} />
        <a class="more" href={`/estate/draw?view=${latitude.toFixed(4)},${longitude.toFixed(4)},10`}>
          {text.nearby}
        </a>
      </section>
    </Detail>
  );
}
