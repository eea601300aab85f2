import { useState } from 'preact/hooks';
import type { Chair } from '../api/types';
import { rememberedAddress } from '../data/address';
import { invalidate } from '../data/store';
import { type LiveAnswer, useAnswer } from '../data/use-answer';
import { ChairFit } from '../fit/chair-fit';
import { useChairTexts } from '../i18n/chair';
import { useI18n } from '../i18n/context';
import { formatCriteria, NO_CRITERIA } from '../search/criteria';
import { Detail } from '../ui/detail';
import type { FormEnd } from '../ui/email-form';
import { Failure } from '../ui/failure';
import { RecommendedHomes } from '../ui/recommended-homes';
import { SimilarChairs } from '../ui/similar-chairs';
import { PageSkeleton } from '../ui/skeleton';
import { MissingChair } from './missing-chair';
import { Purchase } from './purchase';

const searchHref = (criteria: Partial<typeof NO_CRITERIA>) =>
  `/chair/search${formatCriteria({ ...NO_CRITERIA, ...criteria })}`;

/** Keeps the e-mail address typed for a chair that has gone for the similar one chosen in its place. */
export default function ChairDetail({ id = '' }: { id?: string }) {
  const [email, setEmail] = useState(rememberedAddress);
  return <ChairPage key={id} id={id} email={email} onEmail={setEmail} />;
}

interface BuyerProps {
  email: string;
  onEmail: (email: string) => void;
}

function ChairPage({ id, ...buyer }: BuyerProps & { id: string }) {
  const answer = useAnswer<Chair>({ path: `/api/chair/${encodeURIComponent(id)}` });
  // A chair that sells out while it is looked at stays in view.
  if (answer.data) return <ChairView chair={answer.data} answer={answer} {...buyer} />;
  if (answer.error?.kind === 'notFound' || answer.error?.kind === 'refused') return <MissingChair id={id} />;
  return answer.error ? <Failure error={answer.error} onRetry={answer.retry} isPage /> : <PageSkeleton />;
}

function ChairView({ chair, answer, ...buyer }: BuyerProps & { chair: Chair; answer: LiveAnswer<Chair> }) {
  const { t, format, word } = useI18n();
  const [kind, color] = [word(chair.kind), word(chair.color)];
  const text = useChairTexts();
  const [end, setEnd] = useState<FormEnd | null>(null);
  const isSoldOut = end === 'gone' || answer.error?.kind === 'notFound';
  return (
    <Detail
      kind="chair"
      item={chair}
      pictureText={text.alt(chair.name)}
      price={format.yen(chair.price)}
      facts={[
        [t.field.size, format.size(chair.width, chair.depth, chair.height)],
        [t.field.kind, kind.text, kind.lang],
        [t.field.color, color.text, color.lang],
      ]}
      fit={<ChairFit chair={chair} />}
      titles={text}
      actionText={text.goToForm}
      featureHref={(feature) => searchHref({ features: [feature] })}
      more={
        <a class="more" href={searchHref({ choices: { kind: chair.kind } })}>
          {text.similar}
        </a>
      }
      action={
        <Purchase
          chairId={chair.id}
          end={end}
          stock={isSoldOut ? 'none' : answer.error ? 'unknown' : answer.isLoading ? 'asked' : 'some'}
          onLook={answer.retry}
          onEnd={(ended) => {
            setEnd(ended);
            // Lists may no longer show a chair whose last piece has gone.
            invalidate('/api/chair/');
          }}
          {...buyer}
        />
      }
    >
      {isSoldOut && (end === null || end === 'gone') && <SimilarChairs chair={chair} />}
      <RecommendedHomes chairId={String(chair.id)} chair={chair} />
    </Detail>
  );
}
