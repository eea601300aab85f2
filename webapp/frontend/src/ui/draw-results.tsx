import { useEffect, useRef } from 'preact/hooks';
import type { Estate, EstatePage } from '../api/types';
import type { LiveAnswer } from '../data/use-answer';
import { doorOf } from '../fit/fit';
import { FitBadge } from '../fit/fit-badge';
import { useMine } from '../fit/mine';
import { useI18n } from '../i18n/context';
import { useDrawTexts } from '../i18n/draw';
import { Failure } from './failure';
import { Picture } from './picture';
import { Rent } from './rent';
import { CardSkeletons } from './skeleton';

/** The API returns no more than this of one area. */
const NAZOTTE_LIMIT = 50;

interface DrawResultsProps {
  /** Searches the area's convex hull; null where the area is convex already. */
  hull: (() => void) | null;
  isIdle: boolean;
  answer: LiveAnswer<EstatePage>;
  highlighted: number | null;
  selected: number | null;
  onPoint: (id: number | null) => void;
  onClose: () => void;
}

/** The homes found, most popular first; pointing at one shows it on the map, and the other way round. */
export function DrawResults(props: DrawResultsProps) {
  const { isIdle, answer } = props;
  const { format } = useI18n();
  const text = useDrawTexts();
  const estates = isIdle ? undefined : answer.data?.estates;
  return (
    <section class="draw-results" aria-labelledby="found-title">
      <h2 id="found-title" tabIndex={-1}>
        {text.results}
      </h2>
      <p role="status" class="results-count">
        {estates && estates.length > 0 && <strong>{text.found(format.number(estates.length))}</strong>}
        {estates && estates.length >= NAZOTTE_LIMIT && <span>{text.limit}</span>}
      </p>
      {props.hull && (
        <button type="button" class="button-quiet" onClick={props.hull}>
          {text.hull}
        </button>
      )}
      {isIdle ? (
        <p class="hint">{text.idle}</p>
      ) : answer.error && !estates ? (
        <Failure error={answer.error} onRetry={answer.retry} />
      ) : estates?.length === 0 ? (
        <div class="notice">
          <p class="notice-title">{text.emptyTitle}</p>
          <p>{text.emptyHint}</p>
        </div>
      ) : (
        <ul class="found" aria-busy={!estates}>
          {estates ? (
            estates.map((estate) => <Found key={estate.id} estate={estate} {...props} />)
          ) : (
            <CardSkeletons count={4} />
          )}
        </ul>
      )}
    </section>
  );
}

function Found({ estate, highlighted, selected, onPoint, onClose }: DrawResultsProps & { estate: Estate }) {
  const text = useDrawTexts();
  const { chair } = useMine();
  const item = useRef<HTMLLIElement>(null);
  const isSelected = estate.id === selected;
  useEffect(() => {
    if (isSelected) item.current?.scrollIntoView({ block: 'nearest' });
  }, [isSelected]);
  const close = () => {
    onClose();
    item.current?.querySelector('a')?.focus({ preventScroll: true });
  };
  const classes = ['found-item', estate.id === highlighted && 'is-highlighted', isSelected && 'is-selected'];
  return (
    <li
      ref={item}
      class={classes.filter(Boolean).join(' ')}
      onPointerEnter={() => onPoint(estate.id)}
      onPointerLeave={() => onPoint(null)}
      onFocusIn={() => onPoint(estate.id)}
      onFocusOut={() => onPoint(null)}
    >
      <Picture class="found-picture" source={estate.thumbnail} alt="" />
      <div>
        <h3 class="card-name">
          <a class="card-link" href={`/estate/${estate.id}`} lang="ja">
            {estate.name}
          </a>
        </h3>
        <p class="card-price">
          <Rent yen={estate.rent} />
        </p>
        <p class="card-fact" lang="ja">
          {estate.address}
        </p>
        {chair && <FitBadge chair={chair} door={doorOf(estate)} />}
      </div>
      <button type="button" class="button-quiet found-close" aria-label={text.close} onClick={close}>
        ×
      </button>
    </li>
  );
}
