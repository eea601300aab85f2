import L from 'leaflet';
import 'leaflet/dist/leaflet.css';
import '../styles/map.css';
import type { Coordinate } from '../api/types';
import type { Language } from '../i18n/format';
import { CAPITALS } from './capitals';
import outlineUrl from './japan.json?url';
import { decodeOutline } from './outline';

/** site.json, which an operator may edit: a tile server to draw over the outline, or none. */
interface SiteConfiguration {
  tileUrl: string;
  tileAttribution: string;
}

export const latLngOf = ({ latitude, longitude }: Coordinate): L.LatLngTuple => [latitude, longitude];

/** A map with Japan's outline and its prefectures' capitals, drawn offline; colours come from map.css. */
export function createBaseMap(container: HTMLElement, options: L.MapOptions): L.Map {
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const map = L.map(container, {
    minZoom: 4,
    maxZoom: 13,
    zoomSnap: 0.5,
    maxBounds: [
      [18, 115],
      [52, 160],
    ],
    zoomAnimation: !isCalm,
    fadeAnimation: !isCalm,
    markerZoomAnimation: !isCalm,
    inertia: !isCalm,
    ...options,
  });
  map.attributionControl.setPrefix(false).addAttribution('Natural Earth');
  const land = map.createPane('land');
  land.style.zIndex = '150';
  const tier = () => {
    const zoom = map.getZoom();
    container.dataset.labels = zoom < 6 ? '1' : zoom < 7 ? '2' : '3';
  };
  map.on('zoomend', tier).whenReady(tier);
  return map;
}

/** Fetches what the map shows; rejects when the outline does not arrive. */
export async function loadBase(map: L.Map, signal: AbortSignal): Promise<void> {
  const [outline, site] = await Promise.all([
    getJson<number[][]>(outlineUrl, signal),
    siteConfiguration(signal),
  ]);
  if (signal.aborted) return;
  L.polygon(outline.map(decodeOutline), {
    className: 'land',
    pane: 'land',
    interactive: false,
    smoothFactor: 0.6,
  }).addTo(map);
  if (site.tileUrl !== '') {
    L.tileLayer(site.tileUrl, { attribution: site.tileAttribution, maxZoom: map.getMaxZoom() }).addTo(map);
  }
}

/** Labels of the capitals in a language; remove the layer to relabel. */
export function capitalLabels(language: Language): L.LayerGroup {
  return L.layerGroup(
    CAPITALS.map((capital) => {
      const label = document.createElement('span');
      label.lang = language;
      label.textContent = capital.city[language];
      const icon = L.divIcon({ className: `capital tier${capital.tier}`, html: label, iconSize: [0, 0] });
      return L.marker(latLngOf(capital), { icon, interactive: false, keyboard: false, alt: '' });
    }),
  );
}

async function siteConfiguration(signal: AbortSignal): Promise<SiteConfiguration> {
  return getJson<SiteConfiguration>('/site.json', signal);
}

async function getJson<T>(url: string, signal: AbortSignal): Promise<T> {
  const response = await fetch(url, { signal });
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return (await response.json()) as T;
}
