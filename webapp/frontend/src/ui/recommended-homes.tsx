import type { EstateList } from '../api/types';
import { useAnswer } from '../data/use-answer';
import { useI18n } from '../i18n/context';
import { EstateCard } from './cards';
import { Shelf } from './shelf';

export const recommendedPath = (chairId: string) => `/api/recommended_estate/${encodeURIComponent(chairId)}`;

/** Homes whose door the chair fits through. */
export function RecommendedHomes({ chairId }: { chairId: string }) {
  const { t } = useI18n();
  const answer = useAnswer<EstateList>({ path: recommendedPath(chairId) });
  return (
    <Shelf
      title={t.chair.recommended}
      aside={<p class="hint">{t.chair.recommendedNote}</p>}
      answer={answer}
      empty={t.chair.recommendedEmpty}
      count={10}
    >
      {answer.data?.estates.map((estate) => (
        <EstateCard key={estate.id} item={estate} />
      ))}
    </Shelf>
  );
}
