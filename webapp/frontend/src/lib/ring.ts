import type { Coordinate } from '../api/types';
import { closeRing, MAX_CORNERS } from './area';
import { convexHull } from './hull';

/** How far a kept line may lie from the drawn one, as a part of the drawing's size: less than a finger shakes. */
const TOLERANCE = 0.004;

/**
 * A drawn line as the area it encloses: closed, with few enough corners for an address, and without crossings, so that
 * nobody has to know by which rule a crossed ring has an inside. Null when it encloses none.
 */
export function ringOf(line: readonly Coordinate[]): Coordinate[] | null {
  if (!convexHull(line)) return null;
  const latitudes = line.map(({ latitude }) => latitude);
  const longitudes = line.map(({ longitude }) => longitude);
  const extent = (degrees: number[]) => Math.max(...degrees) - Math.min(...degrees);
  let tolerance = Math.hypot(extent(latitudes), extent(longitudes)) * TOLERANCE;
  let corners = simplify(line, tolerance);
  while (corners.length > MAX_CORNERS) {
    tolerance *= 2;
    corners = simplify(corners, tolerance);
  }
  const [first, last] = [corners[0], corners.at(-1)];
  if (first && last && isSame(first, last)) corners.pop();
  return convexHull(corners) && closeRing(uncross(corners));
}

/**
 * The ends of a line and those points between that make it turn, so that no other lies farther than the tolerance from it.
 *
 * D. H. Douglas and T. K. Peucker, "Algorithms for the reduction of the number of points required to represent a digitized
 * line or its caricature", Cartographica 10(2), 1973; O(n log n) for most lines.
 */
export function simplify(line: readonly Coordinate[], tolerance: number): Coordinate[] {
  const [first, last] = [line[0], line.at(-1)];
  if (!first || !last || line.length < 3) return [...line];
  let farthest = 0;
  let distance = 0;
  for (let i = 1; i < line.length - 1; i++) {
    const away = distanceTo(first, last, line[i] as Coordinate);
    if (away > distance) {
      farthest = i;
      distance = away;
    }
  }
  if (distance <= tolerance) return [first, last];
  return [
    ...simplify(line.slice(0, farthest + 1), tolerance).slice(0, -1),
    ...simplify(line.slice(farthest), tolerance),
  ];
}

/**
 * The same corners, in an order whose ring does not cross itself: of two edges that cross, the part between is walked the
 * other way round. That makes the ring shorter each time, so it ends (G. A. Croes, "A method for solving
 * traveling-salesman problems", Operations Research 6(6), 1958).
 */
export function uncross(corners: readonly Coordinate[]): Coordinate[] {
  const ring = [...corners];
  const at = (i: number) => ring[i % ring.length] as Coordinate;
  let isClean = false;
  while (!isClean) {
    isClean = true;
    for (let i = 0; i < ring.length; i++) {
      for (let j = i + 2; j < ring.length; j++) {
        if (!doCross(at(i), at(i + 1), at(j), at(j + 1))) continue;
        ring.splice(i + 1, j - i, ...ring.slice(i + 1, j + 1).reverse());
        isClean = false;
      }
    }
  }
  return ring;
}

/** True when the inner parts of a-b and c-d meet in one point. */
function doCross(a: Coordinate, b: Coordinate, c: Coordinate, d: Coordinate): boolean {
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

function side(a: Coordinate, b: Coordinate, c: Coordinate): number {
  return Math.sign(
    (b.longitude - a.longitude) * (c.latitude - a.latitude) -
      (b.latitude - a.latitude) * (c.longitude - a.longitude),
  );
}

/** From a point to the part of a line between two others, in degrees. */
function distanceTo(a: Coordinate, b: Coordinate, point: Coordinate): number {
  const [x, y] = [b.longitude - a.longitude, b.latitude - a.latitude];
  const [px, py] = [point.longitude - a.longitude, point.latitude - a.latitude];
  const along = Math.max(0, Math.min(1, (px * x + py * y) / (x * x + y * y || 1)));
  return Math.hypot(px - along * x, py - along * y);
}

function isSame(a: Coordinate, b: Coordinate): boolean {
  return a.latitude === b.latitude && a.longitude === b.longitude;
}
