import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useI18n } from '../i18n/context';
import type { View } from '../lib/area';
import { DrawMap, type DrawMapEvents } from '../map/draw-map';

export interface DrawMapHandle {
  container: RefObject<HTMLDivElement | null>;
  map: DrawMap | null;
  hasFailed: boolean;
  retry(): void;
}

/** Makes the map when the page appears and takes it away with the page; events always reach the latest render. */
export function useDrawMap(start: View, events: DrawMapEvents): DrawMapHandle {
  const { language } = useI18n();
  const container = useRef<HTMLDivElement>(null);
  const latest = useRef(events);
  latest.current = events;
  const [map, setMap] = useState<DrawMap | null>(null);
  const [hasFailed, setFailed] = useState(false);

  const load = (made: DrawMap) => {
    setFailed(false);
    made.load().catch(() => setFailed(true));
  };
  useEffect(() => {
    if (!container.current) return;
    const made = new DrawMap(container.current, start, {
      onStroke: (points) => latest.current.onStroke(points),
      onCorner: (corner) => latest.current.onCorner(corner),
      onUndoCorner: () => latest.current.onUndoCorner(),
      onPoint: (id) => latest.current.onPoint(id),
      onSelect: (id) => latest.current.onSelect(id),
    });
    load(made);
    setMap(made);
    return () => made.remove();
  }, []);
  useEffect(() => map?.label(language), [map, language]);

  return { container, map, hasFailed, retry: () => map && load(map) };
}
