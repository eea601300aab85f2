/** How the known features that begin with a Chinese character are read: their first letters, then the kana that these begin with. */
const READINGS =
  '肘ひ 可か 木き 収し 電て 高さた 高こ 無む 座さ 静せ 折お 組く 工こ 丸ま 撥は 抗こ 低て 通つ 本ほ 合こ 天て 畳た 床ゆ 子こ ' +
  '駅え 始し 防ほ 宅た 冷れ 楽か 角か 最さ 南み 専せ 全せ 浴よ 追お 独と 食し 都と 吹ふ 駐ち 光ひ 家か 即そ 二ふ 礼れ';
const ROWS = [
  'あいうえお',
  'かきくけこ',
  'さしすせそ',
  'たちつてと',
  'なにぬねの',
  'はひふへほ',
  'まみむめも',
  'やゆよ',
  'らりるれろ',
  'わをん',
];
const OTHERS = '他';

/** Japanese words by the row of the syllabary that their reading begins in; what has none, or is not known, comes last. */
export function byReading(words: readonly string[]): { row: string; words: string[] }[] {
  const rows = [...ROWS.map(([first = '']) => first), OTHERS];
  return rows
    .map((row) => ({ row, words: words.filter((word) => rowOf(word) === row) }))
    .filter((group) => group.words.length > 0);
}

function rowOf(word: string): string {
  const known = READINGS.split(' ').find((reading) => word.startsWith(reading.slice(0, -1)));
  const kana = plainKana(known?.at(-1) ?? word);
  return ROWS.find((row) => kana !== '' && row.includes(kana))?.[0] ?? OTHERS;
}

/** The first letter as plain hiragana: だ and タ are た. */
function plainKana(text: string): string {
  const [letter = ''] = text.normalize('NFKC').normalize('NFD');
  return /[ァ-ヶ]/.test(letter) ? String.fromCharCode(letter.charCodeAt(0) - 0x60) : letter;
}
