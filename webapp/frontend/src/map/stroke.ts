import L from 'leaflet';
import type { Coordinate } from '../api/types';

/**
 * Follows one press-and-drag of mouse, pen or finger over the map and hands over its points, the one where it was
 * let go included. A second finger gives the stroke up: that is a pinch. Returns a function that stops listening.
 */
export function followStrokes(map: L.Map, onStroke: (points: Coordinate[]) => void): () => void {
  const container = map.getContainer();
  const line = L.polyline([], { className: 'stroke', interactive: false, smoothFactor: 0 });
  let pointerId: number | null = null;
  let points: Coordinate[] = [];

  const add = (event: PointerEvent) => {
    const { lat, lng } = map.mouseEventToLatLng(event);
    points.push({ latitude: lat, longitude: lng });
    line.addLatLng([lat, lng]);
  };
  const end = () => {
    pointerId = null;
    points = [];
    line.setLatLngs([]).remove();
  };
  const onDown = (event: PointerEvent) => {
    if (pointerId !== null) {
      end();
      return;
    }
    const isOnControl = event.target instanceof Element && event.target.closest('.leaflet-control') !== null;
    if (isOnControl || event.button !== 0 || !event.isPrimary) return;
    event.preventDefault();
    pointerId = event.pointerId;
    container.setPointerCapture(pointerId);
    line.addTo(map);
    add(event);
  };
  const onMove = (event: PointerEvent) => {
    if (event.pointerId !== pointerId) return;
    const merged = event.getCoalescedEvents?.() ?? [];
    for (const step of merged.length > 0 ? merged : [event]) add(step);
  };
  const onUp = (event: PointerEvent) => {
    if (event.pointerId !== pointerId) return;
    add(event);
    const drawn = points;
    end();
    onStroke(drawn);
  };
  const onCancel = (event: PointerEvent) => {
    if (event.pointerId === pointerId) end();
  };

  const listeners = { pointerdown: onDown, pointermove: onMove, pointerup: onUp, pointercancel: onCancel };
  for (const [type, listener] of Object.entries(listeners)) {
    container.addEventListener(type, listener as EventListener);
  }
  return () => {
    end();
    for (const [type, listener] of Object.entries(listeners)) {
      container.removeEventListener(type, listener as EventListener);
    }
  };
}
