import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { useSearchTexts } from '../i18n/search';

export interface Choice {
  value: string;
  text: string;
  /** The text's language where it comes from the data. */
  lang?: string | undefined;
  /** A colour to show beside the text. */
  swatch?: string | undefined;
  /** Says more of it, after the text. */
  mark?: ComponentChildren;
}

interface ChoiceGroupProps {
  name: string;
  legend: string;
  choices: Choice[];
  chosen: string;
  onChoose: (value: string) => void;
  /** Whether it stands open until somebody folds or opens it; without it, it does not fold. */
  opens?: boolean | undefined;
}

/** One of a few: radio buttons that look like chips. Folded, the head tells which one is chosen. */
export function ChoiceGroup({ name, legend, choices, chosen, onChoose, opens }: ChoiceGroupProps) {
  const { search } = useSearchTexts();
  const [wanted, setWanted] = useState<boolean | null>(null);
  const id = useId();
  const isOpen = wanted ?? opens ?? true;
  const all: Choice[] = [{ value: '', text: search.any }, ...choices];
  const current = all.find(({ value }) => value === chosen);
  return (
    <fieldset class="choices">
      <legend>
        {opens === undefined ? (
          legend
        ) : (
          <button
            type="button"
            class="fold"
            aria-expanded={isOpen}
            aria-controls={id}
            onClick={() => setWanted(!isOpen)}
          >
            {legend}
            {!isOpen && (
              <span class="legend-note" lang={current?.lang}>
                {current?.text ?? chosen}
              </span>
            )}
          </button>
        )}
      </legend>
      <div class="chips" id={id} hidden={!isOpen}>
        {all.map(({ value, text, lang, swatch, mark }) => (
          <label key={value} class="chip" lang={lang}>
            <input
              type="radio"
              name={name}
              value={value}
              checked={value === chosen}
              onChange={() => onChoose(value)}
            />
            {swatch && <span class="swatch" style={{ background: swatch }} />}
            {text}
            {mark}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
