import type { Chair, RangeCondition } from '../api/types';
import { type Criteria, NO_CRITERIA } from './criteria';

/** Chairs of the same kind, colour and range of prices. */
export function similarTo({ kind, color, price }: Chair, { ranges }: RangeCondition): Criteria {
  const range = ranges.find(({ min, max }) => (min === -1 || min <= price) && (max === -1 || price < max));
  return { ...NO_CRITERIA, choices: { kind, color, ...(range && { priceRangeId: String(range.id) }) } };
}
