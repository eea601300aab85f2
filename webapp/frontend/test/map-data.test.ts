import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { CAPITALS } from '../src/map/capitals';
import { decodeOutline, type LatLng } from '../src/map/outline';

let islands: LatLng[][];

beforeAll(() => {
  const steps = JSON.parse(readFileSync(`${process.cwd()}/src/map/japan.json`, 'utf8')) as number[][];
  islands = steps.map(decodeOutline);
});

/** Even-odd rule. */
function isInside([latitude, longitude]: LatLng, ring: LatLng[]): boolean {
  let inside = false;
  ring.forEach(([y1, x1], i) => {
    const [y2, x2] = ring[(i + 1) % ring.length] as LatLng;
    if (y1 > latitude !== y2 > latitude && longitude < ((x2 - x1) * (latitude - y1)) / (y2 - y1) + x1)
      inside = !inside;
  });
  return inside;
}

/** Ports lie a little off an outline this coarse. */
function isNear([latitude, longitude]: LatLng, ring: LatLng[]): boolean {
  return ring.some(([y, x]) => Math.hypot(y - latitude, x - longitude) < 0.08);
}

describe('the base map', () => {
  it('has closed islands, all in Japan', () => {
    expect(islands.length).toBeGreaterThan(50);
    for (const ring of islands) {
      expect(ring[0]).toEqual(ring.at(-1));
      for (const [latitude, longitude] of ring) {
        expect(latitude > 20 && latitude < 46 && longitude > 122 && longitude < 154).toBe(true);
      }
    }
  });

  it('has all 47 capitals, on land', () => {
    expect(CAPITALS).toHaveLength(47);
    for (const capital of CAPITALS) {
      const place: LatLng = [capital.latitude, capital.longitude];
      const isOnLand = islands.some((ring) => isInside(place, ring) || isNear(place, ring));
      expect(isOnLand, capital.city.en).toBe(true);
    }
  });
});
