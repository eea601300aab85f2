import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { CAPITALS } from '../src/map/capitals';
import {
  coastsAndBorders,
  contains,
  decodePrefecture,
  type LatLng,
  middle,
  type PackedPrefecture,
  type Prefecture,
} from '../src/map/outline';

let prefectures: Prefecture[];
let islands: LatLng[][];

beforeAll(() => {
  const packed = JSON.parse(
    readFileSync(`${process.cwd()}/src/map/japan.json`, 'utf8'),
  ) as PackedPrefecture[];
  prefectures = packed.map(decodePrefecture);
  islands = prefectures.flatMap(({ rings }) => rings);
});

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

  it('has all 47 capitals, each in its prefecture', () => {
    expect(CAPITALS).toHaveLength(47);
    for (const capital of CAPITALS) {
      const place: LatLng = [capital.latitude, capital.longitude];
      const isOnLand = prefectures.some(
        (prefecture) =>
          prefecture.name === capital.prefecture.ja &&
          (contains(prefecture, place) || prefecture.rings.some((ring) => isNear(place, ring))),
      );
      expect(isOnLand, capital.city.en).toBe(true);
    }
  });

  it('draws each border once, and no border along a coast', () => {
    const left: LatLng[] = [
      [0, 0],
      [0, 1],
      [1, 1],
      [1, 0],
      [0, 0],
    ];
    const right: LatLng[] = [
      [0, 1],
      [0, 2],
      [1, 2],
      [1, 1],
      [0, 1],
    ];
    const { coasts, borders } = coastsAndBorders([left, right]);
    expect(borders).toEqual([
      [
        [0, 1],
        [1, 1],
      ],
    ]);
    const sides = coasts.reduce((sum, line) => sum + line.length - 1, 0);
    expect(sides).toBe(6);
  });

  it('has borders between prefectures, none of Okinawa', () => {
    const { borders } = coastsAndBorders(islands);
    expect(borders.length).toBeGreaterThan(46);
    expect(borders.flat().every(([latitude]) => latitude > 30)).toBe(true);
  });

  it('names each prefecture within it, two of them in the bay they lie around', () => {
    const outside = prefectures.filter((prefecture) => !contains(prefecture, middle(prefecture)));
    expect(outside.map(({ name }) => name)).toEqual(['長崎県', '鹿児島県']);
  });
});
