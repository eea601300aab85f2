import type { EstateList } from '../api/types';
import { useAnswer } from '../data/use-answer';
import type { Sizes } from '../fit/fit';
import { useChairTexts } from '../i18n/chair';
import { EstateCard } from './cards';
import { Shelf } from './shelf';

export const recommendedPath = (chairId: string) => `/api/recommended_estate/${encodeURIComponent(chairId)}`;

/** Homes whose door the chair fits through; a chair that has gone is known by its number alone. */
export function RecommendedHomes({ chairId, chair }: { chairId: string; chair?: Sizes }) {
  const text = useChairTexts();
  const answer = useAnswer<EstateList>({ path: recommendedPath(chairId) });
  return (
    <Shelf
      title={text.recommended}
      aside={<p class="hint">{text.recommendedNote}</p>}
      answer={answer}
      empty={text.recommendedEmpty}
      count={10}
    >
      {answer.data?.estates.map((estate) => (
        <EstateCard key={estate.id} item={estate} chair={chair} />
      ))}
    </Shelf>
  );
}
