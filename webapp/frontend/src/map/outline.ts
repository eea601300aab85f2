/** [latitude, longitude] in degrees, Leaflet's order. */
export type LatLng = [latitude: number, longitude: number];

/** A prefecture as build/extract-japan.mjs writes it: its name, then a ring of steps for each island. */
export type PackedPrefecture = [name: string, ...rings: number[][]];

export interface Prefecture {
  /** In Japanese. */
  name: string;
  rings: LatLng[][];
}

const STEPS_PER_DEGREE = 1000;

export function decodePrefecture([name, ...rings]: PackedPrefecture): Prefecture {
  return { name, rings: rings.map(decodeOutline) };
}

/** Turns a ring of x, y steps (see build/extract-japan.mjs) back into positions. */
export function decodeOutline(steps: readonly number[]): LatLng[] {
  const ring: LatLng[] = [];
  let x = 0;
  let y = 0;
  for (let i = 0; i + 1 < steps.length; i += 2) {
    x += steps[i] ?? 0;
    y += steps[i + 1] ?? 0;
    ring.push([y / STEPS_PER_DEGREE, x / STEPS_PER_DEGREE]);
  }
  return ring;
}

/** Cuts rings into what two of them share (borders, each once) and the rest (coasts). O(points). */
export function coastsAndBorders(rings: readonly LatLng[][]): { coasts: LatLng[][]; borders: LatLng[][] } {
  const uses = new Map<string, number>();
  const eachSide = (ring: LatLng[], visit: (side: string, from: LatLng, to: LatLng) => void) => {
    for (let i = 1; i < ring.length; i++) {
      const [from, to] = [ring[i - 1] as LatLng, ring[i] as LatLng];
      visit([from, to].map(String).sort().join(' '), from, to);
    }
  };
  for (const ring of rings) eachSide(ring, (side) => uses.set(side, (uses.get(side) ?? 0) + 1));
  const lines = { coasts: [] as LatLng[][], borders: [] as LatLng[][] };
  const drawn = new Set<string>();
  for (const ring of rings) {
    let line: LatLng[] = [];
    let kind: LatLng[][] | null = null;
    eachSide(ring, (side, from, to) => {
      const isShared = (uses.get(side) ?? 0) > 1;
      const next = !isShared ? lines.coasts : drawn.has(side) ? null : lines.borders;
      if (isShared) drawn.add(side);
      if (next !== kind) {
        line = [from];
        next?.push(line);
        kind = next;
      }
      line.push(to);
    });
  }
  return lines;
}

/** Whether a place lies in a prefecture, by the even-odd rule. */
export function contains({ rings }: Prefecture, [latitude, longitude]: LatLng): boolean {
  return rings.some((ring) => {
    let isInside = false;
    ring.forEach(([y1, x1], i) => {
      const [y2, x2] = ring[(i + 1) % ring.length] as LatLng;
      if (y1 > latitude !== y2 > latitude && longitude < ((x2 - x1) * (latitude - y1)) / (y2 - y1) + x1) {
        isInside = !isInside;
      }
    });
    return isInside;
  });
}

/** Where a prefecture's name stands: the middle of its largest island's outline, weighted by area. */
export function middle({ rings }: Prefecture): LatLng {
  return rings.map(centroid).reduce((largest, one) => (one.area > largest.area ? one : largest)).at;
}

function centroid(ring: LatLng[]): { area: number; at: LatLng } {
  const [y0, x0] = ring[0] as LatLng;
  let twice = 0;
  let [y, x] = [0, 0];
  for (let i = 1; i < ring.length; i++) {
    const [ay, ax] = ring[i - 1] as LatLng;
    const [by, bx] = ring[i] as LatLng;
    const cross = (ax - x0) * (by - y0) - (bx - x0) * (ay - y0);
    twice += cross;
    x += (ax + bx - 2 * x0) * cross;
    y += (ay + by - 2 * y0) * cross;
  }
  return { area: Math.abs(twice) / 2, at: [y0 + y / (3 * twice), x0 + x / (3 * twice)] };
}
