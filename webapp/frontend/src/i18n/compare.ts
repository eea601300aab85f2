import { useI18n } from './context';

const ja = {
  title: { chair: '椅子を比べる', estate: '住まいを比べる' },
  none: {
    chair: '比べる椅子がまだありません。椅子のページの「比べる」を押すか、下から加えてください。',
    estate: '比べる住まいがまだありません。住まいのページの「比べる」を押すか、下から加えてください。',
  },
  one: 'もう1つ加えると、違いが分かります。',
  item: '項目',
  picture: '写真',
  remove: (name: string) => `${name}を外す`,
  removeShort: '外す',
  differs: '違いあり',
  same: 'どれも同じ',
  cheapest: 'いちばん安い',
  smallest: 'いちばん小さい',
  largest: 'いちばん大きい',
  shared: 'どれにもある特徴',
  own: 'ほかにない、または一部だけの特徴',
  nothing: 'なし',
  fits: { chair: 'マイドアを通るか', estate: 'マイ椅子が通るか' },
  set: { chair: 'マイドアを決める', estate: 'マイ椅子を決める' },
  add: '加える',
  addTitle: {
    chair: '保存した椅子・最近見た椅子から加える',
    estate: '保存した住まい・最近見た住まいから加える',
  },
};

export type CompareTexts = typeof ja;

/** The texts of the page that compares. */
export function useCompareTexts(): CompareTexts {
  return useI18n().english?.compare ?? ja;
}
