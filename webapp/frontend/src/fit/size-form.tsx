import { useId, useRef, useState } from 'preact/hooks';
import { useI18n } from '../i18n/context';
import { useFitTexts } from '../i18n/fit';
import { isSize, MAX_SIZE, sizeOf } from './mine';

interface SizeFormProps<Side extends string> {
  sides: readonly { side: Side; label: string }[];
  /** What is set already. */
  known: Record<Side, number> | null;
  onSet: (sizes: Record<Side, number>) => void;
}

/** Takes sizes in whole centimetres, typed with full-width digits too. */
export function SizeForm<Side extends string>({ sides, known, onSet }: SizeFormProps<Side>) {
  const { format } = useI18n();
  const text = useFitTexts();
  const [typed, setTyped] = useState<Partial<Record<Side, string>>>({});
  const [wrong, setWrong] = useState<Side | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const id = useId();
  const textOf = (side: Side) => typed[side] ?? String(known?.[side] ?? '');
  const typedSize = (side: Side) => sizeOf(textOf(side));

  const onSubmit = (event: Event) => {
    event.preventDefault();
    const bad = sides.find(({ side }) => !isSize(typedSize(side)))?.side ?? null;
    setWrong(bad);
    if (bad !== null) {
      form.current?.querySelector<HTMLInputElement>(`[name="${bad}"]`)?.focus();
      return;
    }
    setTyped({});
    onSet(Object.fromEntries(sides.map(({ side }) => [side, typedSize(side)])) as Record<Side, number>);
  };
  return (
    <form ref={form} class="size-form" noValidate onSubmit={onSubmit}>
      {sides.map(({ side, label }) => (
        <label key={side}>
          {text.cm(label)}
          <input
            name={side}
            inputMode="numeric"
            autocomplete="off"
            value={textOf(side)}
            onInput={(event) => {
              setTyped({ ...typed, [side]: event.currentTarget.value });
              setWrong(null);
            }}
            aria-invalid={wrong === side ? 'true' : undefined}
            aria-describedby={wrong === side ? `${id}-problem` : undefined}
          />
        </label>
      ))}
      <button type="submit" class="button">
        {text.set}
      </button>
      <p class="problem" id={`${id}-problem`} role="alert">
        {wrong && text.size(format.number(MAX_SIZE))}
      </p>
    </form>
  );
}
