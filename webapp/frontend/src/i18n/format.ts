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
    return this.#yen.format(value);
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
  range({ min, max }: Range, { prefix, suffix }: RangeCondition): string {
    const { below, from, all } = this.words.range;
    const format = this.#formatOf(prefix, suffix);
    const amount = (value: number) =>
      format ? format.format(value) : `${prefix}${this.number(value)}${suffix}`;
    if (min === -1) return max === -1 ? all : below(amount(max));
    if (max === -1) return from(amount(min));
    return format ? format.formatRange(min, max) : `${amount(min)} – ${amount(max)}`;
  }

  #formatOf(prefix: string, suffix: string): Intl.NumberFormat | undefined {
    if (prefix !== '') return undefined;
    return suffix === '円' ? this.#yen : suffix === 'cm' ? this.#centimetres : undefined;
  }
}
