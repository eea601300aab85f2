import { useI18n } from '../i18n/context';
import { useFitTexts } from '../i18n/fit';
import { type Door, type Fit, fitOf, type Sizes } from './fit';
import { FitBadge } from './fit-badge';

/** In pixels at the usual text size: what door and chair are scaled to, and the room for numbers around it. */
const PLOT = { width: 200, height: 168 };
const MARGIN = { side: 68, top: 36, bottom: 30 };
const WIDTH = PLOT.width + 2 * MARGIN.side;
const HEIGHT = PLOT.height + MARGIN.top + MARGIN.bottom;

/** A door and the two sides of a chair that face it, to one scale, with their numbers and how to carry it. */
export function FitFigure({ chair, door }: { chair: Sizes; door: Door }) {
  const { format } = useI18n();
  const text = useFitTexts();
  const fit = fitOf(chair, door);
  const label = text.figure(format.size(door.width, door.height), format.size(fit.across, fit.up));
  return (
    <figure class="fit-figure">
      <Drawing fit={fit} door={door} label={label} />
      <figcaption>
        <FitBadge chair={chair} door={door} />
        <Advice fit={fit} />
      </figcaption>
    </figure>
  );
}

function Advice({ fit }: { fit: Fit }) {
  const { format } = useI18n();
  const text = useFitTexts();
  if (!fit.passes) return <p>{text.tight(format.centimetres(-fit.clearance))}</p>;
  const spare = fit.uprightClearance;
  return (
    <>
      <p>{text.way[fit.way]}</p>
      {fit.way !== 'upright' && spare >= 0 && (
        <p>{spare === 0 ? text.uprightExact : text.uprightToo(format.centimetres(spare))}</p>
      )}
    </>
  );
}

function Drawing({ fit, door, label }: { fit: Fit; door: Door; label: string }) {
  const { format } = useI18n();
  const text = useFitTexts();
  const scale = Math.min(
    PLOT.width / Math.max(door.width, fit.across),
    PLOT.height / Math.max(door.height, fit.up),
  );
  const floor = MARGIN.top + PLOT.height;
  const centre = WIDTH / 2;
  const box = (across: number, up: number) => ({
    x: centre - (across * scale) / 2,
    y: floor - up * scale,
    width: across * scale,
    height: up * scale,
  });
  const opening = box(door.width, door.height);
  const face = box(fit.across, fit.up);
  const left = Math.min(opening.x, face.x) - 10;
  const right = Math.max(opening.x + opening.width, face.x + face.width) + 10;
  const top = Math.min(opening.y, face.y) - 10;
  return (
    <svg
      class={fit.passes ? 'fit-drawing is-good' : 'fit-drawing'}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      style={{ width: `${WIDTH / 16}rem` }}
      role="img"
      aria-label={label}
    >
      <path class="fit-floor" d={`M8 ${floor}H${WIDTH - 8}`} />
      <rect class="fit-opening" {...opening} />
      <rect class="fit-face" {...face} rx="3" />
      <path class="fit-measure" d={`M${opening.x} ${top}h${opening.width}m0-4v8m${-opening.width}-8v8`} />
      <path
        class="fit-measure"
        d={`M${right} ${opening.y}v${opening.height}m-4 0h8m-8 ${-opening.height}h8`}
      />
      <path
        class="fit-measure is-chair"
        d={`M${left} ${face.y}v${face.height}m-4 0h8m-8 ${-face.height}h8`}
      />
      <text x={centre} y={top - 8} text-anchor="middle">
        {text.door} {format.centimetres(door.width)}
      </text>
      <text x={right + 8} y={opening.y + opening.height / 2} dominant-baseline="middle">
        {format.centimetres(door.height)}
      </text>
      <text
        class="is-chair"
        x={left - 8}
        y={face.y + face.height / 2}
        text-anchor="end"
        dominant-baseline="middle"
      >
        {format.centimetres(fit.up)}
      </text>
      <text class="is-chair" x={centre} y={floor + 20} text-anchor="middle">
        {text.chair} {format.centimetres(fit.across)}
      </text>
    </svg>
  );
}
