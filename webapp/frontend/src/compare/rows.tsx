import type { ComponentChildren } from 'preact';
import type { Chair, Estate } from '../api/types';
import { doorOf } from '../fit/fit';
import { FitBadge } from '../fit/fit-badge';
import { useMine } from '../fit/mine';
import { useCompareTexts } from '../i18n/compare';
import { useI18n } from '../i18n/context';
import { bestOf } from '../lib/compared';
import { Rent } from '../ui/rent';

export interface Row {
  label: string;
  /** One for each thing compared. */
  cells: ComponentChildren[];
  /** Null where that says nothing, as of what was judged. */
  differs: boolean | null;
}

export function useChairRows(chairs: readonly Chair[]): Row[] {
  const { t, format, word } = useI18n();
  const text = useCompareTexts();
  const { door } = useMine();
  const words = (label: string, of: (chair: Chair) => string): Row => ({
    label,
    cells: chairs.map((chair) => <span lang={word(of(chair)).lang}>{word(of(chair)).text}</span>),
    differs: new Set(chairs.map(of)).size > 1,
  });
  const sizes = (['width', 'depth', 'height'] as const).map((side) =>
    numbers(t.field[side], chairs, (chair) => chair[side], format.centimetres.bind(format), text.smallest),
  );
  const fits: Row = {
    label: text.fits.chair,
    cells: chairs.map((chair) =>
      door ? <FitBadge chair={chair} door={door} /> : <a href="/chair/fit">{text.set.chair}</a>,
    ),
    differs: null,
  };
  return [
    numbers(t.field.price, chairs, (chair) => chair.price, format.yen.bind(format), text.cheapest),
    ...sizes,
    fits,
    words(t.field.kind, (chair) => chair.kind),
    words(t.field.color, (chair) => chair.color),
  ];
}

export function useEstateRows(estates: readonly Estate[]): Row[] {
  const { t, format } = useI18n();
  const text = useCompareTexts();
  const { chair } = useMine();
  const centimetres = format.centimetres.bind(format);
  return [
    numbers(
      t.field.rent,
      estates,
      (estate) => estate.rent,
      (yen) => <Rent yen={yen} />,
      text.cheapest,
    ),
    numbers(t.field.doorWidth, estates, (estate) => estate.doorWidth, centimetres, text.largest, 'max'),
    numbers(t.field.doorHeight, estates, (estate) => estate.doorHeight, centimetres, text.largest, 'max'),
    {
      label: text.fits.estate,
      cells: estates.map((estate) =>
        chair ? <FitBadge chair={chair} door={doorOf(estate)} /> : <a href="/chair/fit">{text.set.estate}</a>,
      ),
      differs: null,
    },
    {
      label: t.field.address,
      cells: estates.map((estate) => <span lang="ja">{estate.address}</span>),
      differs: new Set(estates.map((estate) => estate.address)).size > 1,
    },
  ];
}

/** A row of numbers, of which the best is marked. */
function numbers<T>(
  label: string,
  items: readonly T[],
  of: (item: T) => number,
  write: (value: number) => ComponentChildren,
  bestText: string,
  best: 'min' | 'max' = 'min',
): Row {
  const found = bestOf(items.map(of), best);
  return {
    label,
    cells: items.map((item) => (
      <>
        {write(of(item))}
        {of(item) === found && <span class="compare-note is-different">{bestText}</span>}
      </>
    )),
    differs: found !== null,
  };
}
