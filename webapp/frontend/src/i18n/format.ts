import type { Range, RangeCondition } from '../api/types';
import type { Dictionary } from './ja';

export type Language = 'ja' | 'en';

/** Numbers, money and sizes the way a language writes them. */
export class Formats {
  readonly #number: Intl.NumberFormat;
  readonly #yen: Intl.NumberFormat;
  readonly #centimetres: Intl.NumberFormat;

  constructor(
    language: Language,
    private readonly words: Dictionary,
  ) {
    this.#number = new Intl.NumberFormat(language);
    // Japanese: 3,000円; English: ¥3,000.
    const currencyDisplay = language === 'ja' ? 'name' : 'narrowSymbol';
    this.#yen = new Intl.NumberFormat(language, { style: 'currency', currency: 'JPY', currencyDisplay });
    this.#centimetres = new Intl.NumberFormat(language, { style: 'unit', unit: 'centimeter' });
  }

  number(value: number): string {
    return this.#number.format(value);
  }

  yen(value: number): string {
    return this.#yen.format(value).replace(/\s+(?=円)/, '');
  }

  centimetres(value: number): string {
    return this.#centimetres.format(value);
  }

  /** 40 × 52 × 80 cm. */
  size(...centimetres: number[]): string {
    const last = centimetres.at(-1) ?? 0;
    return [...centimetres.slice(0, -1).map((value) => this.number(value)), this.centimetres(last)].join(
      ' × ',
    );
  }

  /** A search range; a unit this site does not know is shown as the condition document writes it. */
  range(range: Range, condition: RangeCondition): string {
    const { between, below, from, all } = this.words.range;
    const min = this.#amount(range.min, condition);
    const max = this.#amount(range.max, condition);
    if (range.min === -1) return range.max === -1 ? all : below(max);
    return range.max === -1 ? from(min) : between(min, max);
  }

  #amount(value: number, { prefix, suffix }: RangeCondition): string {
    if (prefix === '' && suffix === '円') return this.yen(value);
    if (prefix === '' && suffix === 'cm') return this.centimetres(value);
    return `${prefix}${this.number(value)}${suffix}`;
  }
}
