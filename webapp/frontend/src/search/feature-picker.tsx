import { useId, useRef, useState } from 'preact/hooks';
import { useI18n } from '../i18n/context';
import { useSearchTexts } from '../i18n/search';
import { byReading } from './readings';

interface FeaturePickerProps {
  features: readonly string[];
  chosen: readonly string[];
  onToggle: (feature: string) => void;
}

/**
 * Any of many: a filter box above a list of check boxes, which is one tab stop: arrow keys move inside. Chosen ones stay in
 * the list whatever the filter says.
 */
export function FeaturePicker({ features, chosen, onToggle }: FeaturePickerProps) {
  const { t, format, word, language } = useI18n();
  const text = useSearchTexts();
  const [filter, setFilter] = useState('');
  const [last, setLast] = useState<string | null>(null);
  const filterBox = useRef<HTMLInputElement>(null);
  const id = useId();
  const plain = (text: string) => text.normalize('NFKC').trim().toLowerCase();
  const isMatch = (feature: string) =>
    plain(feature).includes(plain(filter)) || plain(word(feature).text).includes(plain(filter));
  const wanted = features.filter((feature) => chosen.includes(feature) || isMatch(feature));
  const rows = language === 'ja' ? byReading(wanted) : [{ row: '', words: wanted }];
  const shown = rows.flatMap(({ words }) => words);
  const tabStop = last !== null && shown.includes(last) ? last : shown[0];
  const toggle = (feature: string) => {
    onToggle(feature);
    if (!isMatch(feature)) filterBox.current?.focus(); // it goes with its choice
  };
  return (
    <fieldset class="choices">
      <legend>
        {t.field.feature}
        {chosen.length > 0 && (
          <span class="legend-note">{text.search.featureCount(format.number(chosen.length))}</span>
        )}
      </legend>
      <label class="visually-hidden" for={id}>
        {text.search.featureFilter}
      </label>
      <input
        ref={filterBox}
        id={id}
        type="search"
        autocomplete="off"
        placeholder={text.search.featureFilter}
        value={filter}
        onInput={(event) => setFilter(event.currentTarget.value)}
      />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the check boxes inside. */}
      <div class="feature-list" onKeyDown={moveByArrowKeys}>
        {rows.map(({ row, words }) => (
          <div key={row}>
            {row && (
              <p class="feature-row" aria-hidden="true">
                {row}
              </p>
            )}
            {words.map((feature) => (
              <label key={feature} class="feature" lang={word(feature).lang}>
                <input
                  type="checkbox"
                  checked={chosen.includes(feature)}
                  onChange={() => toggle(feature)}
                  onFocus={() => setLast(feature)}
                  tabIndex={feature === tabStop ? 0 : -1}
                  aria-describedby={`${id}-keys`}
                />
                {word(feature).text}
              </label>
            ))}
          </div>
        ))}
      </div>
      <p class="hint feature-keys" id={`${id}-keys`}>
        {text.search.featureKeys}
      </p>
      <p class="hint" role="status">
        {features.some(isMatch) ? '' : text.search.featureNoMatch}
      </p>
    </fieldset>
  );
}

/** From one check box to another of the same list; stops at both ends. */
function moveByArrowKeys(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  const boxes = [...event.currentTarget.querySelectorAll('input')];
  const at = boxes.indexOf(event.target as HTMLInputElement);
  const to = {
    ArrowDown: at + 1,
    ArrowRight: at + 1,
    ArrowUp: at - 1,
    ArrowLeft: at - 1,
    Home: 0,
    End: boxes.length - 1,
  }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  boxes[to]?.focus();
}
