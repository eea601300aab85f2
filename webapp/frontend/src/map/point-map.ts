import L from 'leaflet';
import type { Coordinate } from '../api/types';
import type { Language } from '../i18n/format';
import { createBaseMap, latLngOf, loadBase, placeLabels, prefectureAt } from './base-map';
import { letSwipesPass } from './swipe';

const ZOOM = 10;

/** Shows where one place is. Returns a function that takes the map away. */
export function showPoint(container: HTMLElement, position: Coordinate, language: Language): () => void {
  const abort = new AbortController();
  // The wheel scrolls the page, not the map: it is small and stands in the middle of a text.
  const map = createBaseMap(container, { center: latLngOf(position), zoom: ZOOM, scrollWheelZoom: false });
  const stopSwipes = letSwipesPass(container, () => false);
  L.circleMarker(latLngOf(position), {
    className: 'marker is-highlighted',
    radius: 9,
    interactive: false,
  }).addTo(map);
  loadBase(map, abort.signal)
    .then((prefectures) => {
      if (abort.signal.aborted) return;
      placeLabels(prefectures, language).addTo(map);
      const name = prefectureAt(prefectures, position, language);
      if (name) nameInCorner(map, name);
    })
    .catch((failure) => {
      if (!abort.signal.aborted) console.warn('the map stays without its outline:', failure);
    });
  return () => {
    abort.abort();
    stopSwipes();
    map.remove();
  };
}

/** Says where the map is, since so close a prefecture's own label may be out of view. */
function nameInCorner(map: L.Map, name: string): void {
  const corner = new L.Control({ position: 'bottomleft' });
  corner.onAdd = () => {
    const text = L.DomUtil.create('p', 'map-place');
    text.textContent = name;
    return text;
  };
  corner.addTo(map);
}
