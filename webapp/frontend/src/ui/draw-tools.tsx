import type { Coordinate } from '../api/types';
import { useI18n } from '../i18n/context';
import { useDrawTexts } from '../i18n/draw';
import { CAPITALS } from '../map/capitals';
import type { Mode } from '../map/draw-map';

interface DrawToolsProps {
  mode: Mode;
  onMode: (mode: Mode) => void;
  cornerCount: number;
  onUndoCorner: () => void;
  onSearchCorners: () => void;
  onSearchView: () => void;
  canClear: boolean;
  onClear: () => void;
  onGoTo: (position: Coordinate) => void;
  status: string;
}

/** Everything that can be done on the map, by buttons: drawing is one way of three. */
export function DrawTools(props: DrawToolsProps) {
  const text = useDrawTexts();
  const { mode, onMode, cornerCount } = props;
  const hint = { pan: text.panHint, stroke: text.strokeHint, corners: text.cornersHint }[mode];
  return (
    <div class="draw-tools">
      <div class="tool-row">
        <fieldset class="modes">
          <legend class="visually-hidden">{text.mode}</legend>
          {(['stroke', 'corners', 'pan'] as const).map((offered) => (
            <label key={offered} class="mode">
              <input type="radio" name="mode" checked={offered === mode} onChange={() => onMode(offered)} />
              {text[offered]}
            </label>
          ))}
        </fieldset>
        <Tool isOff={!props.canClear} onUse={props.onClear}>
          {text.clear}
        </Tool>
        <Tool onUse={props.onSearchView}>{text.searchView}</Tool>
        <GoTo onGoTo={props.onGoTo} />
      </div>
      {mode === 'corners' && (
        <div class="tool-row">
          <Tool isPrimary isOff={cornerCount < 3} onUse={props.onSearchCorners}>
            {text.searchCorners}
          </Tool>
          <Tool isOff={cornerCount === 0} onUse={props.onUndoCorner}>
            {text.undoCorner}
          </Tool>
        </div>
      )}
      <div class="draw-notes">
        <p class="hint">{hint}</p>
        <p class="draw-status" role="status">
          {props.status}
        </p>
      </div>
    </div>
  );
}

interface ToolProps {
  isOff?: boolean;
  isPrimary?: boolean;
  onUse: () => void;
  children: string;
}

/** A button that keeps the focus when its own work leaves it nothing more to do: `disabled` would lose it. */
function Tool({ isOff = false, isPrimary = false, onUse, children }: ToolProps) {
  return (
    <button
      type="button"
      class={isPrimary ? 'button button-primary' : 'button'}
      aria-disabled={isOff ? 'true' : undefined}
      onClick={isOff ? undefined : onUse}
    >
      {children}
    </button>
  );
}

function GoTo({ onGoTo }: { onGoTo: (position: Coordinate) => void }) {
  const { language } = useI18n();
  const text = useDrawTexts();
  const onChange = (event: { currentTarget: HTMLSelectElement }) => {
    const capital = CAPITALS[Number(event.currentTarget.value)];
    if (capital) onGoTo(capital);
  };
  return (
    <label class="go-to">
      <span class="visually-hidden">{text.goTo}</span>
      <select onChange={onChange}>
        <option value="">{text.goToPlaceholder}</option>
        {CAPITALS.map((capital, index) => (
          <option key={capital.prefecture.en} value={index}>
            {capital.prefecture[language]}
          </option>
        ))}
      </select>
    </label>
  );
}
