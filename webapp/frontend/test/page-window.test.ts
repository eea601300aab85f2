import { expect, it } from 'vitest';
import { pageWindow } from '../src/lib/page-window';

it.each([
  [1, 1, [1]],
  [1, 5, [1, 2, 'gap', 5]],
  [3, 5, [1, 2, 3, 4, 5]],
  [4, 9, [1, 2, 3, 4, 5, 'gap', 9]],
  [5, 9, [1, 'gap', 4, 5, 6, 'gap', 9]],
  [9, 9, [1, 'gap', 8, 9]],
  [600, 1230, [1, 'gap', 599, 600, 601, 'gap', 1230]],
])('page %i of %i', (current, last, slots) => expect(pageWindow(current, last)).toEqual(slots));
