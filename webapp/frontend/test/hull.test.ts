import { describe, expect, it } from 'vitest';
import type { Coordinate } from '../src/api/types';
import { convexHull } from '../src/lib/hull';
import { seeded } from './seeded';

const at = (longitude: number, latitude: number): Coordinate => ({ latitude, longitude });

/** Positive when c lies left of the line from a to b. */
const side = (a: Coordinate, b: Coordinate, c: Coordinate) =>
  (b.longitude - a.longitude) * (c.latitude - a.latitude) -
  (b.latitude - a.latitude) * (c.longitude - a.longitude);

describe('convexHull', () => {
  it('closes the ring with its first point', () => {
    const ring = convexHull([at(0, 0), at(2, 0), at(2, 2), at(0, 2), at(1, 1)]);
    expect(ring).toHaveLength(5);
    expect(ring?.at(-1)).toEqual(ring?.[0]);
  });

  it('counts the last point drawn', () => {
    const ring = convexHull([at(0, 0), at(2, 0), at(2, 2), at(5, 9)]);
    expect(ring).toContainEqual(at(5, 9));
  });

  it('leaves out points on an edge and repeated points', () => {
    const ring = convexHull([at(0, 0), at(1, 0), at(2, 0), at(2, 2), at(2, 2), at(0, 2), at(0, 0)]);
    expect(ring).toEqual([at(0, 0), at(2, 0), at(2, 2), at(0, 2), at(0, 0)]);
  });

  it.each([[[]], [[at(1, 1)]], [[at(1, 1), at(1, 1), at(1, 1)]], [[at(0, 0), at(1, 1), at(2, 2), at(3, 3)]]])(
    'is null without an area: %j',
    (points) => expect(convexHull(points)).toBeNull(),
  );

  it('does not change its input', () => {
    const points = [at(3, 1), at(0, 0), at(1, 5)];
    convexHull(points);
    expect(points).toEqual([at(3, 1), at(0, 0), at(1, 5)]);
  });

  it('turns left at every vertex and has every point inside, whatever is drawn', () => {
    const random = seeded(20201010);
    for (let run = 0; run < 200; run++) {
      const points = Array.from({ length: 3 + Math.floor(random() * 60) }, () =>
        at(Math.floor(random() * 40), Math.floor(random() * 40)),
      );
      const ring = convexHull(points);
      if (!ring) continue;
      for (let i = 0; i + 1 < ring.length; i++) {
        const [a, b, next] = [ring[i], ring[i + 1], ring[i + 2] ?? ring[1]] as [
          Coordinate,
          Coordinate,
          Coordinate,
        ];
        expect(side(a, b, next)).toBeGreaterThan(0);
        expect(points.filter((point) => side(a, b, point) < 0)).toEqual([]);
      }
    }
  });
});
