import type { Chair, ChairCondition, ChairPage } from '../api/types';
import { useAnswer } from '../data/use-answer';
import { useChairTexts } from '../i18n/chair';
import { apiQuery, formatCriteria } from '../search/criteria';
import { similarTo } from '../search/similar';
import { ChairCard } from './cards';
import { Shelf } from './shelf';

const SHOWN = 10;

/** Chairs in stock that are like one that has gone; asks once for the ranges of prices and once for the chairs. */
export function SimilarChairs({ chair }: { chair: Chair }) {
  const text = useChairTexts();
  const condition = useAnswer<ChairCondition>({ path: '/api/chair/search/condition' });
  const similar = condition.data && similarTo(chair, condition.data.price);
  const found = useAnswer<ChairPage>(similar ? { path: `/api/chair/search${apiQuery(similar)}` } : null);
  return (
    <Shelf
      title={text.similarTitle}
      aside={similar && <a href={`/chair/search${formatCriteria(similar)}`}>{text.similarAll}</a>}
      answer={similar ? found : condition}
      empty={text.similarEmpty}
      count={SHOWN}
    >
      {found.data?.chairs.slice(0, SHOWN).map((each) => (
        <ChairCard key={each.id} item={each} />
      ))}
    </Shelf>
  );
}
