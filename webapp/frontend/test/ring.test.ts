import { describe, expect, it } from 'vitest';
import type { Coordinate } from '../src/api/types';
import { ringOf, simplify, uncross } from '../src/lib/ring';
import { seeded } from './seeded';

const point = (longitude: number, latitude: number): Coordinate => ({ latitude, longitude });
const line = (...points: [number, number][]) => points.map(([x, y]) => point(x, y));

/** Many points along a line, as a finger sends them. */
const drawn = (...corners: [number, number][]) =>
  corners.flatMap(([x, y], i) => {
    const [toX, toY] = corners[i + 1] ?? [x, y];
    return Array.from({ length: 20 }, (_, step) =>
      point(x + ((toX - x) * step) / 20, y + ((toY - y) * step) / 20),
    );
  });

/** The contract's even-odd rule. */
function contains(ring: readonly Coordinate[], x: number, y: number): boolean {
  let isInside = false;
  for (let i = 0; i + 1 < ring.length; i++) {
    const [a, b] = [ring[i] as Coordinate, ring[i + 1] as Coordinate];
    if (a.latitude > y === b.latitude > y) continue;
    const along = (y - a.latitude) / (b.latitude - a.latitude);
    if (x < a.longitude + along * (b.longitude - a.longitude)) isInside = !isInside;
  }
  return isInside;
}

function crossings(ring: readonly Coordinate[]): number {
  const turn = (a: Coordinate, b: Coordinate, c: Coordinate) =>
    (b.longitude - a.longitude) * (c.latitude - a.latitude) -
    (b.latitude - a.latitude) * (c.longitude - a.longitude);
  let count = 0;
  for (let i = 0; i + 1 < ring.length; i++) {
    for (let j = i + 2; j + 1 < ring.length; j++) {
      const [a, b, c, d] = [ring[i], ring[i + 1], ring[j], ring[j + 1]] as [
        Coordinate,
        Coordinate,
        Coordinate,
        Coordinate,
      ];
      if (turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0) count++;
    }
  }
  return count;
}

const L: [number, number][] = [
  [0, 0],
  [10, 0],
  [10, 3],
  [3, 3],
  [3, 10],
  [0, 10],
];

describe('a drawn line', () => {
  it('is searched as drawn: what an L leaves out stays out', () => {
    const ring = ringOf(drawn(...L, [0, 0])) ?? [];
    expect(ring).toEqual(line(...L, [0, 0]));
    expect(contains(ring, 1, 9)).toBe(true);
    expect(contains(ring, 9, 1)).toBe(true);
    expect(contains(ring, 6, 6)).toBe(false);
  });

  it('is closed from its end to its start', () => {
    expect(ringOf(drawn([0, 0], [4, 0], [4, 4]))).toEqual(line([0, 0], [4, 0], [4, 4], [0, 0]));
  });

  it('that crosses itself encloses both of its loops', () => {
    const eight = ringOf(drawn([0, 0], [10, 6], [10, 0], [0, 6], [0, 0])) ?? [];
    expect(crossings(eight)).toBe(0);
    for (const x of [1, 9]) expect(contains(eight, x, 3)).toBe(true);
  });

  it('has no crossing and few corners, whatever is scribbled', () => {
    const random = seeded(18);
    for (let i = 0; i < 200; i++) {
      let [x, y] = [0, 0];
      const scribble = Array.from({ length: 20 + Math.floor(random() * 600) }, () => {
        x += random() - 0.5;
        y += random() - 0.5;
        return point(x, y);
      });
      const ring = ringOf(scribble) ?? [];
      expect(ring.length).toBeGreaterThanOrEqual(4);
      expect(ring.length).toBeLessThanOrEqual(201);
      expect(ring[0]).toEqual(ring.at(-1));
      expect(crossings(ring)).toBe(0);
    }
  });

  it.each([
    ['nothing', []],
    ['a point', line([1, 1], [1, 1], [1, 1])],
    ['a straight line', line([0, 0], [1, 1], [2, 2])],
  ])('of %s encloses nothing', (_, points) => expect(ringOf(points)).toBeNull());
});

describe('simplifying', () => {
  it('keeps within the tolerance and leaves out what does not turn', () => {
    const random = seeded(19);
    const shaky = drawn(...L).map(({ latitude, longitude }) =>
      point(longitude + (random() - 0.5) * 0.02, latitude + (random() - 0.5) * 0.02),
    );
    const kept = simplify(shaky, 0.05);
    expect([kept[0], kept.at(-1)]).toEqual([shaky[0], shaky.at(-1)]);
    expect(kept.length).toBeLessThan(10);
    const away = (of: Coordinate) => {
      const distances = kept.slice(1).map((to, i) => {
        const from = kept[i] as Coordinate;
        const [dx, dy] = [to.longitude - from.longitude, to.latitude - from.latitude];
        const [px, py] = [of.longitude - from.longitude, of.latitude - from.latitude];
        const along = Math.max(0, Math.min(1, (px * dx + py * dy) / (dx * dx + dy * dy)));
        return Math.hypot(px - along * dx, py - along * dy);
      });
      return Math.min(...distances);
    };
    expect(Math.max(...shaky.map(away))).toBeLessThanOrEqual(0.05);
  });
});

describe('uncrossing', () => {
  it('keeps every corner', () => {
    const random = seeded(20);
    const corners = Array.from({ length: 60 }, () => point(random(), random()));
    const key = ({ latitude, longitude }: Coordinate) => `${latitude} ${longitude}`;
    expect(uncross(corners).map(key).sort()).toEqual(corners.map(key).sort());
  });
});
