import L from 'leaflet';
import type { Coordinate } from '../api/types';
import type { Language } from '../i18n/format';
import { capitalLabels, createBaseMap, latLngOf, loadBase } from './base-map';
import { letSwipesPass } from './swipe';

const ZOOM = 8;

/** Shows where one place is. Returns a function that takes the map away. */
export function showPoint(container: HTMLElement, position: Coordinate, language: Language): () => void {
  const abort = new AbortController();
  // The wheel scrolls the page, not the map: it is small and stands in the middle of a text.
  const map = createBaseMap(container, { center: latLngOf(position), zoom: ZOOM, scrollWheelZoom: false });
  const stopSwipes = letSwipesPass(container, () => false);
  capitalLabels(language).addTo(map);
  L.circleMarker(latLngOf(position), {
    className: 'marker is-highlighted',
    radius: 9,
    interactive: false,
  }).addTo(map);
  loadBase(map, abort.signal).catch((failure) => {
    if (!abort.signal.aborted) console.warn('the map stays without its outline:', failure);
  });
  return () => {
    abort.abort();
    stopSwipes();
    map.remove();
  };
}
