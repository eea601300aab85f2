import L from 'leaflet';
import type { Coordinate, Estate } from '../api/types';
import type { Language } from '../i18n/format';
import { rectangle, roundPosition, type View } from '../lib/area';
import { createBaseMap, latLngOf, loadBase, placeLabels } from './base-map';
import type { Prefecture } from './outline';
import { followStrokes } from './stroke';
import { letSwipesPass } from './swipe';

export type Mode = 'pan' | 'stroke' | 'corners';

export interface DrawMapEvents {
  /** A line was drawn; its points in order. */
  onStroke(points: Coordinate[]): void;
  /** A corner was tapped, or set at the centre by Enter. */
  onCorner(corner: Coordinate): void;
  onUndoCorner(): void;
  /** A marker is pointed at, or no longer (null). */
  onPoint(id: number | null): void;
  /** A marker was chosen. */
  onSelect(id: number): void;
}

/** Radii in pixels; the larger one is also easy to hit (WCAG 2.2, 2.5.8 asks for 24 across). */
const RADIUS = 8;
const HIGHLIGHTED_RADIUS = 12;

/** An area lower than this part of the map is brought closer. */
const SMALL_AREA_RATIO = 0.3;

/** The draw-to-search map: everything that touches Leaflet, told what to show. */
export class DrawMap {
  readonly #map: L.Map;
  readonly #events: DrawMapEvents;
  readonly #area = L.layerGroup();
  readonly #corners = L.layerGroup();
  readonly #estates = L.layerGroup();
  readonly #markers = new Map<number, L.CircleMarker>();
  readonly #abort = new AbortController();
  #labels = L.layerGroup();
  #prefectures: readonly Prefecture[] = [];
  #language: Language | null = null;
  readonly #stopSwipes: () => void;
  #stopStrokes: (() => void) | null = null;
  #mode: Mode = 'pan';

  constructor(container: HTMLElement, view: View, events: DrawMapEvents) {
    this.#events = events;
    this.#map = createBaseMap(container, { center: latLngOf(view), zoom: view.zoom });
    L.control.scale({ imperial: false }).addTo(this.#map);
    for (const layer of [this.#area, this.#corners, this.#estates, this.#labels]) layer.addTo(this.#map);
    this.#map.on('click', ({ latlng }) => this.#addCorner(latlng));
    this.#stopSwipes = letSwipesPass(container, () => this.#mode === 'stroke');
    container.addEventListener('keydown', (event) => this.#onKey(event));
  }

  /** Rejects when the outline does not arrive. */
  async load(): Promise<void> {
    this.#prefectures = await loadBase(this.#map, this.#abort.signal);
    if (this.#language && !this.#abort.signal.aborted) this.label(this.#language);
  }

  remove(): void {
    this.#abort.abort();
    this.#stopStrokes?.();
    this.#stopSwipes();
    this.#map.remove();
  }

  label(language: Language): void {
    this.#language = language;
    this.#labels.remove();
    this.#labels = placeLabels(this.#prefectures, language).addTo(this.#map);
  }

  setMode(mode: Mode): void {
    this.#mode = mode;
    const container = this.#map.getContainer();
    container.dataset.mode = mode;
    this.#stopStrokes?.();
    this.#stopStrokes = mode === 'stroke' ? followStrokes(this.#map, this.#events.onStroke) : null;
    for (const handler of [this.#map.dragging, this.#map.boxZoom]) {
      if (mode === 'stroke') handler.disable();
      else handler.enable();
    }
    if (mode === 'pan') this.#map.doubleClickZoom.enable();
    else this.#map.doubleClickZoom.disable();
  }

  goTo(position: Coordinate): void {
    this.#map.setView(latLngOf(position), Math.max(this.#map.getZoom(), 9));
  }

  /** What is in view, closed. */
  viewRing(): Coordinate[] {
    const bounds = this.#map.getBounds();
    return rectangle(positionOf(bounds.getSouthWest()), positionOf(bounds.getNorthEast()));
  }

  /** Shows the area searched; null shows none. */
  showArea(ring: readonly Coordinate[] | null): void {
    this.#area.clearLayers();
    if (!ring) return;
    const area = L.polygon(ring.map(latLngOf), { className: 'area', interactive: false, smoothFactor: 0 });
    this.#area.addLayer(area);
    const inView = this.#map.getBounds();
    const height = (bounds: L.LatLngBounds) => bounds.getNorth() - bounds.getSouth();
    const isSmall = height(area.getBounds()) < height(inView) * SMALL_AREA_RATIO;
    if (isSmall || !inView.contains(area.getBounds())) this.#map.fitBounds(area.getBounds().pad(0.15));
  }

  showCorners(corners: readonly Coordinate[]): void {
    this.#corners.clearLayers();
    const points = corners.map(latLngOf);
    this.#corners.addLayer(L.polygon(points, { className: 'stroke', interactive: false, fill: false }));
    for (const point of points) {
      this.#corners.addLayer(L.circleMarker(point, { className: 'corner', radius: 6, interactive: false }));
    }
  }

  showEstates(estates: readonly Estate[]): void {
    this.#estates.clearLayers();
    this.#markers.clear();
    // The most popular last, so that it lies on top.
    for (const estate of [...estates].reverse()) {
      const marker = L.circleMarker(latLngOf(estate), { className: 'marker', radius: RADIUS });
      marker.on('mouseover', () => this.#events.onPoint(estate.id));
      marker.on('mouseout', () => this.#events.onPoint(null));
      marker.on('click', (event) => {
        if (this.#mode === 'corners') return;
        L.DomEvent.stopPropagation(event);
        this.#events.onSelect(estate.id);
      });
      this.#markers.set(estate.id, marker);
      this.#estates.addLayer(marker);
    }
  }

  highlight(id: number | null): void {
    for (const [estateId, marker] of this.#markers) {
      const isHighlighted = estateId === id;
      marker.setRadius(isHighlighted ? HIGHLIGHTED_RADIUS : RADIUS);
      marker.getElement()?.classList.toggle('is-highlighted', isHighlighted);
      if (isHighlighted) marker.bringToFront();
    }
  }

  #addCorner(at: L.LatLng): void {
    if (this.#mode === 'corners') this.#events.onCorner(positionOf(at));
  }

  #onKey(event: KeyboardEvent): void {
    if (this.#mode !== 'corners' || event.target !== this.#map.getContainer()) return;
    if (event.key === 'Enter' || event.key === ' ') this.#addCorner(this.#map.getCenter());
    else if (event.key === 'Backspace' || event.key === 'Delete') this.#events.onUndoCorner();
    else return;
    event.preventDefault();
  }
}

function positionOf({ lat, lng }: L.LatLng): Coordinate {
  return roundPosition({ latitude: lat, longitude: lng });
}
