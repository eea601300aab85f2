import { describe, expect, it } from 'vitest';
import { initialLanguage } from '../src/i18n/context';
import { common as en } from '../src/i18n/en/common';
import { Formats } from '../src/i18n/format';
import { ja } from '../src/i18n/ja';

const japanese = new Formats('ja', ja);
const english = new Formats('en', en);
const yen = { prefix: '', suffix: '円', ranges: [] };
const cm = { prefix: '', suffix: 'cm', ranges: [] };

describe('money and sizes', () => {
  it('are written as each language does', () => {
    expect(japanese.yen(12345)).toBe('12,345円');
    expect(english.yen(12345)).toBe('¥12,345');
    expect(japanese.size(40, 52, 80)).toBe('40 × 52 × 80 cm');
    expect(english.size(90, 200)).toBe('90 × 200 cm');
  });
});

describe('a range', () => {
  it.each([
    [-1, 3000, '3,000円未満', 'under ¥3,000'],
    [3000, 6000, '3,000～6,000円', '¥3,000 – ¥6,000'],
    [15000, -1, '15,000円以上', '¥15,000 or more'],
    [-1, -1, 'すべて', 'all'],
  ])('from %i to %i yen', (min, max, inJapanese, inEnglish) => {
    expect(japanese.range({ id: 0, min, max }, yen)).toBe(inJapanese);
    expect(english.range({ id: 0, min, max }, yen).replaceAll(/\s/g, ' ')).toBe(inEnglish);
  });

  it('in centimetres', () => {
    expect(japanese.range({ id: 1, min: 80, max: 110 }, cm)).toBe('80～110 cm');
    expect(english.range({ id: 1, min: 80, max: 110 }, cm)).toBe('80–110 cm');
  });

  it('of an unknown unit keeps what the condition document says', () => {
    expect(japanese.range({ id: 1, min: 2, max: 4 }, { prefix: '約', suffix: '畳', ranges: [] })).toBe(
      '約2畳 – 約4畳',
    );
  });
});

describe('the language', () => {
  it.each([
    [null, ['en-GB', 'ja'], 'en'],
    [null, ['fr', 'ja-JP', 'en'], 'ja'],
    [null, ['fr'], 'ja'],
    ['en', ['ja'], 'en'],
    ['xx', ['en'], 'en'],
  ])('chosen %s, browser %j: %s', (chosen, browser, expected) =>
    expect(initialLanguage(chosen, browser)).toBe(expected),
  );
});
