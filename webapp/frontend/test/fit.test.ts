import { describe, expect, it } from 'vitest';
import { type Door, fitOf, type Sizes } from '../src/fit/fit';
import { seeded } from './seeded';

/** The contract's rule, as it is written there. */
function passesByContract({ width, depth, height }: Sizes, door: Door): boolean {
  const [a = 0, b = 0] = [width, depth, height].sort((x, y) => x - y);
  return Math.min(door.width, door.height) >= a && Math.max(door.width, door.height) >= b;
}

/** Room left at the tightest place in the best of all six orientations. */
function roomBySixOrientations({ width, depth, height }: Sizes, door: Door): number {
  const sides = [width, depth, height];
  const rooms = sides.flatMap((across, i) =>
    sides.filter((_, j) => j !== i).map((up) => Math.min(door.width - across, door.height - up)),
  );
  return Math.max(...rooms);
}

describe('whether a chair passes a door', () => {
  it('is what the contract recommends by, and what all six orientations say', () => {
    const random = seeded(16);
    // Few sizes, so that equal ones and exact fits come often.
    const size = () => 30 + Math.floor(random() * 12);
    let passing = 0;
    for (let i = 0; i < 20_000; i++) {
      const chair = { width: size(), depth: size(), height: size() };
      const door = { width: size(), height: size() };
      const fit = fitOf(chair, door);
      expect(fit.passes, JSON.stringify([chair, door])).toBe(passesByContract(chair, door));
      expect(fit.clearance, JSON.stringify([chair, door])).toBe(roomBySixOrientations(chair, door));
      passing += fit.passes ? 1 : 0;
    }
    expect(passing).toBeGreaterThan(2_000);
    expect(passing).toBeLessThan(18_000);
  });

  it('shows the two shortest sides to the door, the way it says', () => {
    const random = seeded(17);
    const size = () => 30 + Math.floor(random() * 8);
    for (let i = 0; i < 5_000; i++) {
      const chair = { width: size(), depth: size(), height: size() };
      const door = { width: size(), height: size() };
      const { across, up, way, clearance } = fitOf(chair, door);
      const shortest = Object.values(chair).sort((x, y) => x - y);
      const facing = [across, up].sort((x, y) => x - y);
      expect(facing, JSON.stringify([chair, door])).toEqual(shortest.slice(0, 2));
      expect(Math.min(door.width - across, door.height - up)).toBe(clearance);
      if (way === 'upright') expect(up).toBe(chair.height);
      if (way === 'onSide') expect(across).toBe(chair.height);
      if (way === 'turned') expect(shortest[2]).toBe(chair.height);
    }
  });

  it.each([
    ['upright', { width: 50, depth: 90, height: 80 }, { width: 60, height: 200 }],
    ['onSide', { width: 90, depth: 60, height: 50 }, { width: 55, height: 200 }],
    ['turned', { width: 50, depth: 60, height: 120 }, { width: 55, height: 100 }],
    // Two sides alike: it need not be laid down.
    ['upright', { width: 40, depth: 70, height: 70 }, { width: 60, height: 200 }],
  ] as const)('is carried %s', (way, chair, door) => expect(fitOf(chair, door).way).toBe(way));

  it.each([
    [{ width: 80, height: 200 }, true, 0],
    [{ width: 79, height: 200 }, false, -1],
    [{ width: 200, height: 80 }, true, 0],
    [{ width: 85, height: 200 }, true, 5],
  ])('through %j: %s, %i cm', (door, passes, clearance) =>
    expect(fitOf({ width: 80, depth: 90, height: 150 }, door)).toMatchObject({ passes, clearance }),
  );

  it('knows what is left upright, too', () => {
    const chair = { width: 40, depth: 60, height: 120 };
    expect(fitOf(chair, { width: 80, height: 200 })).toMatchObject({ way: 'turned', uprightClearance: 40 });
    expect(fitOf(chair, { width: 80, height: 100 })).toMatchObject({ passes: true, uprightClearance: -20 });
  });
});
