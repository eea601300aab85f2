import L from 'leaflet';
import type { Coordinate } from '../api/types';

/** How far a finger moves, in pixels, that means to tap: Leaflet's own measure. */
const TAP_RADIUS = 3;

/**
 * Follows one press-and-drag of mouse, pen or finger over the map and hands over its points, the one where it was
 * let go included. A press that does not move is no stroke: it remains a click, on a marker perhaps. A second finger gives
 * the stroke up: that is a pinch. Returns a function that stops listening.
 */
export function followStrokes(map: L.Map, onStroke: (points: Coordinate[]) => void): () => void {
  const container = map.getContainer();
  const line = L.polyline([], { className: 'stroke', interactive: false, smoothFactor: 0 });
  let pointerId: number | null = null;
  let points: Coordinate[] = [];
  let start: PointerEvent | null = null;

  const add = (event: PointerEvent) => {
    const { lat, lng } = map.mouseEventToLatLng(event);
    points.push({ latitude: lat, longitude: lng });
    line.addLatLng([lat, lng]);
  };
  const end = () => {
    pointerId = null;
    start = null;
    points = [];
    line.setLatLngs([]).remove();
  };
  const onDown = (event: PointerEvent) => {
    const isSecond = pointerId !== null && pointerId !== event.pointerId;
    end();
    if (isSecond) return;
    const isOnControl = event.target instanceof Element && event.target.closest('.leaflet-control') !== null;
    if (isOnControl || event.button !== 0 || !event.isPrimary) return;
    event.preventDefault();
    pointerId = event.pointerId;
    start = event;
  };
  const begin = (at: PointerEvent) => {
    start = null;
    // From now on the click at its end is the map's, whatever lies under it.
    container.setPointerCapture(at.pointerId);
    line.addTo(map);
    add(at);
  };
  const onMove = (event: PointerEvent) => {
    if (event.pointerId !== pointerId) return;
    if (start) {
      if (Math.hypot(event.clientX - start.clientX, event.clientY - start.clientY) <= TAP_RADIUS) return;
      begin(start);
    }
    const merged = event.getCoalescedEvents?.() ?? [];
    for (const step of merged.length > 0 ? merged : [event]) add(step);
  };
  const onUp = (event: PointerEvent) => {
    if (event.pointerId !== pointerId) return;
    if (start) {
      end();
      return;
    }
    add(event);
    const drawn = points;
    end();
    onStroke(drawn);
  };
  const onCancel = (event: PointerEvent) => {
    if (event.pointerId === pointerId) end();
  };

  // Of the document: the first movement may leave the map already.
  const stop = new AbortController();
  container.addEventListener('pointerdown', onDown, stop);
  document.addEventListener('pointermove', onMove, stop);
  document.addEventListener('pointerup', onUp, stop);
  document.addEventListener('pointercancel', onCancel, stop);
  return () => {
    end();
    stop.abort();
  };
}
