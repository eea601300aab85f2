import { useLayoutEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import type { Coordinate, EstatePage } from '../api/types';
import { useAnswer } from '../data/use-answer';
import { useI18n } from '../i18n/context';
import { useDrawTexts } from '../i18n/draw';
import { closeRing, formatArea, parseArea, parseView, roundPosition, type View } from '../lib/area';
import { convexHull } from '../lib/hull';
import { ringOf, uncross } from '../lib/ring';
import type { Mode } from '../map/draw-map';
import { DrawResults } from '../ui/draw-results';
import { DrawTools } from '../ui/draw-tools';
import { PageTitle } from '../ui/page-title';
import { ResultSheet } from '../ui/result-sheet';
import { Trouble } from '../ui/trouble';
import { useDrawMap } from '../ui/use-draw-map';

/** The Kanto plain: where most people look first. */
const START: View = { latitude: 35.7, longitude: 139.7, zoom: 8.5 };

/**
 * A mouse draws at once. A finger draws after it chose to, once: until then, and again after, it can scroll past the map.
 */
const restingMode = (): Mode => (matchMedia('(pointer: coarse)').matches ? 'pan' : 'stroke');

/** Circle an area on the map, see the homes inside. The area is in the address: ?area=latitude,longitude_… */
export default function Draw() {
  const { t, format } = useI18n();
  const text = useDrawTexts();
  const { path, url, route } = useLocation();
  const query = new URL(url, location.origin).searchParams;
  const areaText = query.get('area');
  const area = parseArea(areaText);
  const [mode, setMode] = useState<Mode>(restingMode);
  const [corners, setCorners] = useState<Coordinate[]>([]);
  const [pointed, setPointed] = useState<number | null>(null);
  const [selected, setSelected] = useState<number | null>(null);
  const [isTooSmall, setTooSmall] = useState(false);

  const search = (ring: Coordinate[] | null) => {
    setTooSmall(ring === null);
    if (!ring) return;
    setSelected(null);
    setCorners([]);
    route(`${path}?area=${formatArea(ring)}`);
  };
  const clear = () => {
    setTooSmall(false);
    setSelected(null);
    setCorners([]);
    if (areaText !== null) route(path);
  };

  const body = area && { coordinates: area };
  const answer = useAnswer<EstatePage>(body && { path: '/api/estate/nazotte', body });
  const { container, map, hasFailed, retry } = useDrawMap(parseView(query.get('view')) ?? START, {
    onStroke: (points) => {
      search(ringOf(points.map(roundPosition)));
      setMode(restingMode());
    },
    onCorner: (corner) => setCorners((known) => [...known, corner]),
    onUndoCorner: () => setCorners((known) => known.slice(0, -1)),
    onPoint: setPointed,
    onSelect: setSelected,
  });

  const estates = area ? answer.data?.estates : undefined;
  // Not after the paint: the map and the list beside it change together.
  useLayoutEffect(() => map?.setMode(mode), [map, mode]);
  useLayoutEffect(() => map?.showArea(area), [map, areaText]);
  useLayoutEffect(() => map?.showCorners(corners), [map, corners]);
  useLayoutEffect(() => map?.showEstates(estates ?? []), [map, estates]);
  useLayoutEffect(() => map?.highlight(pointed ?? selected), [map, estates, pointed, selected]);

  const hull = area && convexHull(area);
  const status = isTooSmall
    ? text.tooSmall
    : mode === 'corners'
      ? text.cornerCount(format.number(corners.length))
      : '';
  return (
    <div class="draw">
      <div class="draw-head">
        <PageTitle text={text.title} />
        <p>{text.lead}</p>
      </div>
      <DrawTools
        mode={mode}
        onMode={(chosen) => {
          setMode(chosen);
          setCorners([]);
          setTooSmall(false);
        }}
        cornerCount={corners.length}
        onUndoCorner={() => setCorners(corners.slice(0, -1))}
        onSearchCorners={() => search(convexHull(corners) && closeRing(uncross(corners)))}
        onSearchView={() => map && search(map.viewRing())}
        canClear={area !== null || corners.length > 0}
        onClear={clear}
        onGoTo={(position) => map?.goTo(position)}
        status={status}
      />
      <div class="draw-map">
        <div ref={container} class="map map-large" role="application" aria-label={text.mapLabel} />
        {hasFailed && (
          <Trouble class="map-failure" onRetry={retry}>
            <p>{t.state.mapFailed}</p>
          </Trouble>
        )}
      </div>
      {area && <ResultSheet answer={answer} />}
      <DrawResults
        hull={hull && hull.length < area.length ? () => search(hull) : null}
        isIdle={area === null}
        answer={answer}
        highlighted={pointed ?? selected}
        selected={selected}
        onPoint={setPointed}
        onClose={() => setSelected(null)}
      />
    </div>
  );
}
