import type { Range } from '../api/types';
import { type Door, fitOf, type Sizes } from './fit';

/** How many of the things whose sizes lie in some ranges fit: every one, none, or that depends on each. */
export type Reach = 'all' | 'some' | 'none';

/** No range on a side means any size. Sizes are whole numbers, so the largest below 80 is 79. */
type Bounds = { [Side in keyof Sizes]?: Range | undefined };

const least = (range: Range | undefined) => Math.max(range?.min ?? 0, 0);
const most = (range: Range | undefined) => (!range || range.max === -1 ? Infinity : range.max - 1);

/** Of doors with these ranges: a larger door never passes less. */
export function reachOfDoors(chair: Sizes, { width, height }: Bounds): Reach {
  const passes = (of: typeof least) => fitOf(chair, { width: of(width), height: of(height) }).passes;
  if (passes(least)) return 'all';
  return passes(most) ? 'some' : 'none';
}

/** Of chairs with these ranges: a smaller chair never passes less. */
export function reachOfChairs(door: Door, { width, depth, height }: Bounds): Reach {
  const passes = (of: typeof least) =>
    fitOf({ width: of(width), depth: of(depth), height: of(height) }, door).passes;
  if (passes(most)) return 'all';
  return passes(least) ? 'some' : 'none';
}
