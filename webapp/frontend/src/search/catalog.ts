import type {
  Chair,
  ChairCondition,
  Estate,
  EstateCondition,
  ListCondition,
  RangeCondition,
} from '../api/types';
import type { Dictionary } from '../i18n/ja';

/** One condition a search offers, by API parameter. */
export type Field<C> =
  | {
      type: 'range';
      parameter: string;
      label: keyof Dictionary['field'];
      of: (condition: C) => RangeCondition;
    }
  | {
      type: 'list';
      parameter: string;
      label: keyof Dictionary['field'];
      of: (condition: C) => ListCondition;
    };

/** What differs between searching chairs and searching homes. */
export interface Catalog<T, C> {
  name: 'chair' | 'estate';
  fields: readonly Field<C>[];
  items: (answer: Record<string, unknown>) => T[];
}

export const chairCatalog: Catalog<Chair, ChairCondition> = {
  name: 'chair',
  fields: [
    { type: 'range', parameter: 'priceRangeId', label: 'price', of: (condition) => condition.price },
    { type: 'list', parameter: 'kind', label: 'kind', of: (condition) => condition.kind },
    { type: 'list', parameter: 'color', label: 'color', of: (condition) => condition.color },
    { type: 'range', parameter: 'heightRangeId', label: 'height', of: (condition) => condition.height },
    { type: 'range', parameter: 'widthRangeId', label: 'width', of: (condition) => condition.width },
    { type: 'range', parameter: 'depthRangeId', label: 'depth', of: (condition) => condition.depth },
  ],
  items: (answer) => answer.chairs as Chair[],
};

export const estateCatalog: Catalog<Estate, EstateCondition> = {
  name: 'estate',
  fields: [
    { type: 'range', parameter: 'rentRangeId', label: 'rentPerMonth', of: (condition) => condition.rent },
    {
      type: 'range',
      parameter: 'doorHeightRangeId',
      label: 'doorHeight',
      of: (condition) => condition.doorHeight,
    },
    {
      type: 'range',
      parameter: 'doorWidthRangeId',
      label: 'doorWidth',
      of: (condition) => condition.doorWidth,
    },
  ],
  items: (answer) => answer.estates as Estate[],
};
