import type { Range, RangeCondition } from '../api/types';
import type { Mine } from '../fit/mine';
import { type Reach, reachOfChairs, reachOfDoors } from '../fit/reach';
import type { Catalog, Field } from './catalog';
import { type Criteria, choose } from './criteria';

/** The range conditions that decide whether something fits, by the side they are about. */
const SIDES = {
  chair: { width: 'widthRangeId', depth: 'depthRangeId', height: 'heightRangeId' },
  estate: { width: 'doorWidthRangeId', height: 'doorHeightRangeId' },
} as const;

/** More ways to narrow a search than this would not be read. */
const MAX_SURE = 4;

/** True where this condition decides whether something fits. */
export function isAboutSize(name: Catalog<unknown, unknown>['name'], parameter: string): boolean {
  return Object.values(SIDES[name]).some((side) => side === parameter);
}

/** What is known from a search's ranges alone; null without a chair of one's own for homes, or a door for chairs. */
export function reachOf<T, C>(
  catalog: Catalog<T, C>,
  condition: C,
  mine: Mine,
  criteria: Criteria,
): Reach | null {
  const bounds = Object.fromEntries(
    Object.entries(SIDES[catalog.name]).map(([side, parameter]) => [
      side,
      rangesOf(catalog, condition, parameter).find(({ id }) => String(id) === criteria.choices[parameter]),
    ]),
  );
  if (catalog.name === 'chair') return mine.door && reachOfChairs(mine.door, bounds);
  return mine.chair && reachOfDoors(mine.chair, bounds);
}

/**
 * Searches like this one whose every result fits: the contract takes one range a side, so what fits is no single search, but
 * two sides' ranges may be narrow enough (chairs) or wide enough (doors) for all. What is chosen already stays.
 */
export function sureSearches<T, C>(
  catalog: Catalog<T, C>,
  condition: C,
  mine: Mine,
  criteria: Criteria,
): Criteria[] {
  const free = Object.values(SIDES[catalog.name]).filter((parameter) => !criteria.choices[parameter]);
  const narrowed = (from: Criteria, parameter: string) =>
    rangesOf(catalog, condition, parameter).map(({ id }) => choose(from, parameter, String(id)));
  const isSure = (wanted: Criteria) => reachOf(catalog, condition, mine, wanted) === 'all';
  const byOne = free.flatMap((parameter) => narrowed(criteria, parameter));
  const sure = byOne.filter(isSure);
  if (sure.length > 0) return sure.slice(0, MAX_SURE);
  const byTwo = free.flatMap((one, index) =>
    free
      .slice(index + 1)
      .flatMap((other) => narrowed(criteria, one).flatMap((from) => narrowed(from, other))),
  );
  return byTwo.filter(isSure).slice(0, MAX_SURE);
}

function rangesOf<T, C>(catalog: Catalog<T, C>, condition: C, parameter: string): Range[] {
  const field = catalog.fields.find((each) => each.parameter === parameter) as Field<C>;
  return (field.of(condition) as RangeCondition).ranges;
}
