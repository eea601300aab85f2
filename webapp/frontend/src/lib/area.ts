import type { Coordinate } from '../api/types';

/** About a metre: finer than a finger, short enough for an address. */
const DECIMALS = 5;
/** More would make an address too long to share. */
export const MAX_CORNERS = 200;

/**
 * A position as addresses hold it, so that a shared area finds exactly what its sender saw. A line may leave the map, and
 * with it the world: such a position is moved to the world's edge, as the API takes no other.
 */
export function roundPosition({ latitude, longitude }: Coordinate): Coordinate {
  return { latitude: roundWithin(90, latitude), longitude: roundWithin(180, longitude) };
}

function roundWithin(limit: number, degrees: number): number {
  return Number(Math.max(-limit, Math.min(limit, degrees)).toFixed(DECIMALS));
}

/** Repeats the first corner at the end. */
export function closeRing(corners: readonly Coordinate[]): Coordinate[] {
  return corners[0] ? [...corners, corners[0]] : [];
}

/** A rectangle along the meridians and parallels, closed. */
export function rectangle(southWest: Coordinate, northEast: Coordinate): Coordinate[] {
  return closeRing([
    southWest,
    { latitude: southWest.latitude, longitude: northEast.longitude },
    northEast,
    { latitude: northEast.latitude, longitude: southWest.longitude },
  ]);
}

/** A closed ring as text: 35.68,139.76_35.7,139.8_… without the repeated corner. */
export function formatArea(ring: readonly Coordinate[]): string {
  return ring
    .slice(0, -1)
    .map((corner) => `${corner.latitude},${corner.longitude}`)
    .join('_');
}

/** The closed ring, or null when the text is none. */
export function parseArea(text: string | null): Coordinate[] | null {
  const corners = (text ?? '').split('_').map(parsePosition);
  const isRing = corners.length >= 3 && corners.length <= MAX_CORNERS;
  return isRing && corners.every((corner) => corner !== null) ? closeRing(corners) : null;
}

export interface View extends Coordinate {
  zoom: number;
}

/** latitude,longitude,zoom, or null. */
export function parseView(text: string | null): View | null {
  const [latitude, longitude, zoom] = (text ?? '').split(',');
  const position = parsePosition(`${latitude},${longitude}`);
  const isZoom = zoom !== undefined && /^\d{1,2}(\.\d)?$/.test(zoom);
  return position && isZoom ? { ...position, zoom: Number(zoom) } : null;
}

function parsePosition(text: string): Coordinate | null {
  const match = /^(-?\d{1,2}(?:\.\d+)?),(-?\d{1,3}(?:\.\d+)?)$/.exec(text);
  return match ? { latitude: Number(match[1]), longitude: Number(match[2]) } : null;
}
