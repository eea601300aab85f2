import type { Chair, ChairCondition, ChairPage } from '../api/types';
import { useAnswer } from '../data/use-answer';
import { useI18n } from '../i18n/context';
import { apiQuery, formatCriteria } from '../search/criteria';
import { similarTo } from '../search/similar';
import { ChairCard } from './cards';
import { Shelf } from './shelf';

const SHOWN = 10;

/** Chairs in stock that are like one that has gone; asks once for the ranges of prices and once for the chairs. */
export function SimilarChairs({ chair }: { chair: Chair }) {
  const { t } = useI18n();
  const condition = useAnswer<ChairCondition>({ path: '/api/chair/search/condition' });
  const similar = condition.data && similarTo(chair, condition.data.price);
  const found = useAnswer<ChairPage>(similar ? { path: `/api/chair/search${apiQuery(similar)}` } : null);
  return (
    <Shelf
      title={t.chair.similarTitle}
      aside={similar && <a href={`/chair/search${formatCriteria(similar)}`}>{t.chair.similarAll}</a>}
      answer={similar ? found : condition}
      empty={t.chair.similarEmpty}
      count={SHOWN}
    >
      {found.data?.chairs.slice(0, SHOWN).map((each) => (
        <ChairCard key={each.id} item={each} />
      ))}
    </Shelf>
  );
}
