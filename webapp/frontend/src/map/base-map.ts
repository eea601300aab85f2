import L from 'leaflet';
import 'leaflet/dist/leaflet.css';
import '../styles/map.css';
import type { Coordinate } from '../api/types';
import type { Language } from '../i18n/format';
import { CAPITALS } from './capitals';
import outlineUrl from './japan.json?url';
import {
  coastsAndBorders,
  contains,
  decodePrefecture,
  middle,
  type PackedPrefecture,
  type Prefecture,
} from './outline';

/** site.json, which an operator may edit: a tile server to draw over the outline, or none. */
interface SiteConfiguration {
  tileUrl: string;
  tileAttribution: string;
}

export const latLngOf = ({ latitude, longitude }: Coordinate): L.LatLngTuple => [latitude, longitude];

/** A map with Japan's prefectures and their capitals, drawn offline; colours come from map.css. */
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
  map.attributionControl.setPrefix(false).addAttribution('Natural Earth (public domain)');
  const land = map.createPane('land');
  land.style.zIndex = '150';
  const tier = () => {
    const zoom = map.getZoom();
    container.dataset.labels = zoom < 6 ? '1' : zoom < 7 ? '2' : zoom < 8 ? '3' : '4';
  };
  map.on('zoomend', tier).whenReady(tier);
  return map;
}

/** Fetches what the map shows; rejects when the outline does not arrive, and gives nothing when left before. */
export async function loadBase(map: L.Map, signal: AbortSignal): Promise<readonly Prefecture[]> {
  const [packed, site] = await Promise.all([
    getJson<PackedPrefecture[]>(outlineUrl, signal),
    siteConfiguration(signal),
  ]);
  if (signal.aborted) return [];
  const prefectures = packed.map(decodePrefecture);
  const rings = prefectures.flatMap((prefecture) => prefecture.rings);
  const { coasts, borders } = coastsAndBorders(rings);
  const options = { pane: 'land', interactive: false, smoothFactor: 0.6 };
  // As one path, neighbours' edges would be cut apart by the smoothing, so that the sea shone through: it is filled exactly.
  L.polygon(
    rings.map((ring) => [ring]),
    { ...options, className: 'land', smoothFactor: 0, stroke: false },
  ).addTo(map);
  L.polyline(borders, { ...options, className: 'border' }).addTo(map);
  L.polyline(coasts, { ...options, className: 'coast' }).addTo(map);
  if (site.tileUrl !== '') {
    L.tileLayer(site.tileUrl, { attribution: site.tileAttribution, maxZoom: map.getMaxZoom() }).addTo(map);
  }
  return prefectures;
}

/** Names of the prefectures (from far) and capitals (from close) in a language; remove the layer to relabel. */
export function placeLabels(prefectures: readonly Prefecture[], language: Language): L.LayerGroup {
  const labels = CAPITALS.map((capital) =>
    label(`capital tier${capital.tier}`, capital.city[language], latLngOf(capital), language),
  );
  for (const prefecture of prefectures) {
    const tier = capitalOf(prefecture)?.tier ?? 3;
    labels.push(label(`prefecture tier${tier}`, nameOf(prefecture, language), middle(prefecture), language));
  }
  return L.layerGroup(labels);
}

/** The name of the prefecture that a place is in, or nothing at sea. */
export function prefectureAt(
  prefectures: readonly Prefecture[],
  place: Coordinate,
  language: Language,
): string | undefined {
  const found = prefectures.find((prefecture) => contains(prefecture, [place.latitude, place.longitude]));
  return found && nameOf(found, language);
}

const capitalOf = ({ name }: Prefecture) => CAPITALS.find((capital) => capital.prefecture.ja === name);

const nameOf = (prefecture: Prefecture, language: Language) =>
  capitalOf(prefecture)?.prefecture[language] ?? prefecture.name;

function label(className: string, text: string, at: L.LatLngTuple, language: Language): L.Marker {
  const html = document.createElement('span');
  html.lang = language;
  html.textContent = text;
  const icon = L.divIcon({ className, html, iconSize: [0, 0] });
  return L.marker(at, { icon, interactive: false, keyboard: false, alt: '' });
}

async function siteConfiguration(signal: AbortSignal): Promise<SiteConfiguration> {
  return getJson<SiteConfiguration>('/site.json', signal);
}

async function getJson<T>(url: string, signal: AbortSignal): Promise<T> {
  const response = await fetch(url, { signal });
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return (await response.json()) as T;
}
