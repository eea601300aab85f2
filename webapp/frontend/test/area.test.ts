import { describe, expect, it } from 'vitest';
import { formatArea, parseArea, parseView, rectangle, roundPosition } from '../src/lib/area';

const at = (latitude: number, longitude: number) => ({ latitude, longitude });

describe('an area in the address', () => {
  it('comes back as it was drawn, closed', () => {
    const ring = rectangle(at(35.1, 139.2), at(35.6, 139.9));
    expect(ring).toHaveLength(5);
    expect(parseArea(formatArea(ring))).toEqual(ring);
  });

  it.each([null, '', '35,139', '35,139_36,140', '35,139_36,140_x,1', '35,139_36,140_37', '1e9,2_3,4_5,6'])(
    'is none in %s',
    (text) => expect(parseArea(text)).toBeNull(),
  );

  it('keeps five decimals', () =>
    expect(roundPosition(at(35.123456789, -0.000001))).toEqual(at(35.12346, -0)));
});

it.each([
  [at(35, 237.4), at(35, 180)],
  [at(-91, -180.00001), at(-90, -180)],
])('a position beyond the world %j is moved to its edge', (beyond, edge) =>
  expect(roundPosition(beyond)).toEqual(edge),
);

describe('a view in the address', () => {
  it('is a position and a zoom', () =>
    expect(parseView('35.5,139.25,9.5')).toEqual({ ...at(35.5, 139.25), zoom: 9.5 }));
  it.each([null, '', '35.5,139', '35.5,139,x', 'a,b,3'])('is none in %s', (text) =>
    expect(parseView(text)).toBeNull(),
  );
});
