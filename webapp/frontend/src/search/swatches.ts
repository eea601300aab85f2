/** How the data's colour words look; a word not listed here is shown without a swatch. */
const SWATCHES: Readonly<Record<string, string>> = {
  黒: '#26221f',
  白: '#ffffff',
  赤: '#c2362f',
  青: '#2f62b5',
  緑: '#3c7d4b',
  黄: '#e5b92e',
  紫: '#7a4b9b',
  ピンク: '#e58fa8',
  オレンジ: '#e07b2e',
  水色: '#86c3de',
  ネイビー: '#1f2f57',
  ベージュ: '#d8c3a0',
  桃色: '#e58fa8',
  橙: '#e07b2e',
  黄色: '#e5b92e',
  紺: '#1f2f57',
  藤色: '#b49ad0',
  茶: '#7a5234',
  茶色: '#7a5234',
  灰: '#8c8a86',
  灰色: '#8c8a86',
  グレー: '#8c8a86',
  ブラウン: '#7a5234',
};

export const swatchOf = (color: string): string | undefined => SWATCHES[color];
