import type { Coordinate } from '../api/types';

/**
 * The smallest convex ring around the points, closed (first point repeated at the end), counter-clockwise with
 * longitude to the right. Every point counts, the last included. Points that lie on an edge are left out.
 * Returns null when the points span no area (fewer than three distinct ones, or all on one line).
 *
 * Andrew's monotone chain, O(n log n): A. M. Andrew, "Another efficient algorithm for convex hulls in two
 * dimensions", Information Processing Letters 9(5), 1979.
 */
export function convexHull(points: readonly Coordinate[]): Coordinate[] | null {
  const sorted = [...points].sort((a, b) => a.longitude - b.longitude || a.latitude - b.latitude);
  const lower = chain(sorted);
  const upper = chain(sorted.reverse());
  // Each chain ends where the other begins; leaving the lower's last point out still closes the ring.
  const ring = [...lower.slice(0, -1), ...upper];
  return ring.length >= 4 ? ring : null;
}

function chain(sorted: readonly Coordinate[]): Coordinate[] {
  const kept: Coordinate[] = [];
  for (const point of sorted) {
    while (isNoLeftTurn(kept.at(-2), kept.at(-1), point)) kept.pop();
    const last = kept.at(-1);
    if (!last || last.longitude !== point.longitude || last.latitude !== point.latitude) kept.push(point);
  }
  return kept;
}

function isNoLeftTurn(a: Coordinate | undefined, b: Coordinate | undefined, c: Coordinate): boolean {
  return a !== undefined && b !== undefined && turn(a, b, c) <= 0;
}

/** Positive when a, b, c turn left, negative when right, 0 when they lie on one line. */
function turn(a: Coordinate, b: Coordinate, c: Coordinate): number {
  return (
    (b.longitude - a.longitude) * (c.latitude - a.latitude) -
    (b.latitude - a.latitude) * (c.longitude - a.longitude)
  );
}
