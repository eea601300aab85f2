import { useState } from 'preact/hooks';
import type { Chair } from '../api/types';
import { invalidate } from '../data/store';
import { useAnswer } from '../data/use-answer';
import { useI18n } from '../i18n/context';
import { formatCriteria, NO_CRITERIA } from '../search/criteria';
import { Detail } from '../ui/detail';
import { Done, EmailForm } from '../ui/email-form';
import { Failure } from '../ui/failure';
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
  return answer.error ? <Failure error={answer.error} onRetry={answer.retry} isPage /> : <PageSkeleton />;
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
    <Detail
      item={chair}
      pictureText={t.chair.alt(chair.name)}
      price={format.yen(chair.price)}
      facts={[
        [t.field.size, format.size(chair.width, chair.depth, chair.height)],
        [t.field.kind, chair.kind, 'ja'],
        [t.field.color, chair.color, 'ja'],
      ]}
      titles={t.chair}
      featureHref={(feature) => searchHref({ features: [feature] })}
      more={
        <a class="more" href={searchHref({ choices: { kind: chair.kind } })}>
          {t.chair.similar}
        </a>
      }
      action={
        buyer !== null ? (
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
        )
      }
    >
      <RecommendedHomes chairId={String(chair.id)} />
    </Detail>
  );
}
