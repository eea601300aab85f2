import type { EstateList } from '../api/types';
import { useAnswer } from '../data/use-answer';
import { useI18n } from '../i18n/context';
import { EstateCard } from './cards';
import { Failure } from './failure';
import { CardSkeletons } from './skeleton';

export const recommendedPath = (chairId: string) => `/api/recommended_estate/${encodeURIComponent(chairId)}`;

/** Homes whose door the chair fits through. */
export function RecommendedHomes({ chairId }: { chairId: string }) {
  const { t } = useI18n();
  const answer = useAnswer<EstateList>({ path: recommendedPath(chairId) });
  const estates = answer.data?.estates;
  return (
    <section class="shelf detail-recommended">
      <div class="shelf-head">
        <h2>{t.chair.recommended}</h2>
        <p class="hint">{t.chair.recommendedNote}</p>
      </div>
      {answer.error && !estates ? (
        <Failure error={answer.error} onRetry={answer.retry} />
      ) : estates?.length === 0 ? (
        <p class="notice">{t.chair.recommendedEmpty}</p>
      ) : (
        <ul class="cards cards-shelf">
          {estates ? (
            estates.map((estate) => <EstateCard key={estate.id} item={estate} />)
          ) : (
            <CardSkeletons count={10} />
          )}
        </ul>
      )}
    </section>
  );
}
