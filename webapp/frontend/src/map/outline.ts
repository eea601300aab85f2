/** [latitude, longitude] in degrees, Leaflet's order. */
export type LatLng = [latitude: number, longitude: number];

const STEPS_PER_DEGREE = 1000;

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
