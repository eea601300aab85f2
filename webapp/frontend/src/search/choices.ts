import { useI18n } from '../i18n/context';
import type { Field } from './catalog';
import type { Choice } from './choice-group';
import { swatchOf } from './swatches';

/** What a field offers, in its order. */
export function useChoices<C>(): (field: Field<C>, condition: C) => Choice[] {
  const { format, word } = useI18n();
  return (field, condition) => {
    if (field.type === 'list') {
      return field.of(condition).list.map((value) => ({
        value,
        ...word(value),
        swatch: field.parameter === 'color' ? swatchOf(value) : undefined,
      }));
    }
    const ranges = field.of(condition);
    return ranges.ranges.map((range) => ({ value: String(range.id), text: format.range(range, ranges) }));
  };
}
