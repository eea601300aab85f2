import { expect, it } from 'vitest';
import { byReading } from '../src/search/readings';

const rowOf = (word: string) => byReading([word])[0]?.row;

it.each([
  ['肘掛け', 'は'],
  ['高さ調節', 'た'],
  ['高反発', 'か'],
  ['座面回転', 'さ'],
  ['メッシュ', 'ま'],
  ['バルコニー', 'は'],
  ['ペット可', 'は'],
  ['オートロック', 'あ'],
  ['ｳｫｰｸ', 'あ'],
  ['ロフト', 'ら'],
  ['USBポート', '他'],
  ['鏡', '他'],
  ['', '他'],
])('%s is in row %s', (word, row) => expect(rowOf(word)).toBe(row));

it('keeps every word once, rows in the order of the syllabary, words in the order given', () => {
  expect(byReading(['ロフト', '床暖房', '畳にやさしい', '宅配ボックス', 'USBポート'])).toEqual([
    { row: 'た', words: ['畳にやさしい', '宅配ボックス'] },
    { row: 'や', words: ['床暖房'] },
    { row: 'ら', words: ['ロフト'] },
    { row: '他', words: ['USBポート'] },
  ]);
});
