import type { EstateList } from '../api/types';
import { useAnswer } from '../data/use-answer';
import type { Sizes } from '../fit/fit';
import { useDetailTexts } from '../i18n/detail';
import { EstateCard } from './cards';
import { Shelf } from './shelf';

export const recommendedPath = (chairId: string) => `/api/recommended_estate/${encodeURIComponent(chairId)}`;

/** Homes whose door the chair fits through; a chair that has gone is known by its number alone. */
export function RecommendedHomes({ chairId, chair }: { chairId: string; chair?: Sizes }) {
  const text = useDetailTexts();
  const answer = useAnswer<EstateList>({ path: recommendedPath(chairId) });
  return (
    <Shelf
      title={text.chair.recommended}
      aside={<p class="hint">{text.chair.recommendedNote}</p>}
      answer={answer}
      empty={text.chair.recommendedEmpty}
      count={10}
    >
      {answer.data?.estates.map((estate) => (
        <EstateCard key={estate.id} item={estate} chair={chair} />
      ))}
    </Shelf>
  );
}
