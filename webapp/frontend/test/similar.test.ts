import { expect, it } from 'vitest';
import type { Chair } from '../src/api/types';
import { similarTo } from '../src/search/similar';

const price = {
  prefix: '',
  suffix: '円',
  ranges: [
    { id: 0, min: -1, max: 3000 },
    { id: 1, min: 3000, max: 6000 },
    { id: 2, min: 6000, max: -1 },
  ],
};
const chair = (yen: number) => ({ kind: 'スツール', color: '黒', price: yen }) as Chair;

it.each([
  [0, '0'],
  [2999, '0'],
  [3000, '1'],
  [6000, '2'],
  [99_999_999, '2'],
])('at %i yen is of range %s, whose upper value is not in it', (yen, priceRangeId) =>
  expect(similarTo(chair(yen), price).choices).toEqual({ kind: 'スツール', color: '黒', priceRangeId }),
);

it('needs no range where none holds the price', () =>
  expect(similarTo(chair(1), { ...price, ranges: [] }).choices).toEqual({ kind: 'スツール', color: '黒' }));
