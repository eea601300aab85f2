import type { ComponentChildren } from 'preact';
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
}

/** One of a few: radio buttons that look like chips. */
export function ChoiceGroup({ name, legend, choices, chosen, onChoose }: ChoiceGroupProps) {
  const { search } = useSearchTexts();
  const all: Choice[] = [{ value: '', text: search.any }, ...choices];
  return (
    <fieldset class="choices">
      <legend>{legend}</legend>
      <div class="chips">
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
