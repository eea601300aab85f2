import { describe, expect, it } from 'vitest';
import type { Range } from '../src/api/types';
import { fitOf } from '../src/fit/fit';
import { type Reach, reachOfChairs, reachOfDoors } from '../src/fit/reach';
import { chairCatalog, estateCatalog } from '../src/search/catalog';
import { NO_CRITERIA } from '../src/search/criteria';
import { reachOf, sureSearches } from '../src/search/search-reach';

const LARGEST = 12;
const RANGES: (Range | undefined)[] = [
  undefined,
  { id: 0, min: -1, max: 4 },
  { id: 1, min: 4, max: 7 },
  { id: 2, min: 7, max: -1 },
];
const sizesIn = (range: Range | undefined) =>
  Array.from({ length: LARGEST + 1 }, (_, size) => size).filter(
    (size) => size >= (range?.min ?? 0) && (!range || range.max === -1 || size < range.max),
  );
const judged = (fits: boolean[]): Reach =>
  fits.every(Boolean) ? 'all' : fits.some(Boolean) ? 'some' : 'none';

describe('what ranges alone say', () => {
  it('of homes is what their doors say one by one', () => {
    const seen = new Set<Reach>();
    for (const chair of [
      { width: 3, depth: 5, height: 6 },
      { width: 7, depth: 7, height: 1 },
      { width: 4, depth: 4, height: 9 },
    ]) {
      for (const width of RANGES) {
        for (const height of RANGES) {
          const doors = sizesIn(width).flatMap((w) => sizesIn(height).map((h) => ({ width: w, height: h })));
          const expected = judged(doors.map((door) => fitOf(chair, door).passes));
          expect(reachOfDoors(chair, { width, height }), JSON.stringify([chair, width, height])).toBe(
            expected,
          );
          seen.add(expected);
        }
      }
    }
    expect([...seen].sort()).toEqual(['all', 'none', 'some']);
  });

  it('of chairs is what they say one by one', () => {
    const seen = new Set<Reach>();
    for (const door of [
      { width: 3, height: 9 },
      { width: 6, height: 6 },
      { width: 2, height: 3 },
    ]) {
      for (const width of RANGES) {
        for (const depth of RANGES) {
          for (const height of RANGES) {
            const fits = sizesIn(width).flatMap((w) =>
              sizesIn(depth).flatMap((d) =>
                sizesIn(height).map((h) => fitOf({ width: w, depth: d, height: h }, door).passes),
              ),
            );
            const sizes = { width, depth, height };
            expect(reachOfChairs(door, sizes), JSON.stringify([door, sizes])).toBe(judged(fits));
            seen.add(judged(fits));
          }
        }
      }
    }
    expect([...seen].sort()).toEqual(['all', 'none', 'some']);
  });
});

const condition = (parameters: string[]) =>
  Object.fromEntries(
    parameters.map((name) => [name, { prefix: '', suffix: 'cm', ranges: RANGES.filter((range) => range) }]),
  ) as never;
const chairCondition = condition(['width', 'depth', 'height', 'price']);
const estateCondition = condition(['doorWidth', 'doorHeight', 'rent']);
const mine = { chair: { width: 5, depth: 4, height: 9 }, door: { width: 4, height: 8 } };

describe('a search', () => {
  it('knows nothing without a chair or a door of one’s own', () => {
    const nobodys = { chair: null, door: null };
    expect(reachOf(chairCatalog, chairCondition, nobodys, NO_CRITERIA)).toBeNull();
    expect(reachOf(estateCatalog, estateCondition, nobodys, NO_CRITERIA)).toBeNull();
    expect(sureSearches(estateCatalog, estateCondition, nobodys, NO_CRITERIA)).toEqual([]);
  });

  it('is narrowed only to searches whose every result fits, keeping what is chosen', () => {
    for (const [catalog, document] of [
      [chairCatalog, chairCondition],
      [estateCatalog, estateCondition],
    ] as const) {
      const chosen = { ...NO_CRITERIA, choices: { kind: 'スツール' } };
      const searches = sureSearches(catalog as typeof chairCatalog, document, mine, chosen);
      expect(searches.length).toBeGreaterThan(0);
      for (const search of searches) {
        expect(search.choices.kind).toBe('スツール');
        expect(reachOf(catalog as typeof chairCatalog, document, mine, search)).toBe('all');
      }
    }
  });

  it('is narrowed by one side where one is enough', () => {
    const chosen = { ...NO_CRITERIA, choices: { doorHeightRangeId: '2' } };
    expect(sureSearches(estateCatalog, estateCondition, mine, chosen).map(({ choices }) => choices)).toEqual([
      { doorHeightRangeId: '2', doorWidthRangeId: '1' },
      { doorHeightRangeId: '2', doorWidthRangeId: '2' },
    ]);
  });
});
