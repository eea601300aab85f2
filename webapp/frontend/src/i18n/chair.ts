import { useI18n } from './context';

const ja = {
  alt: (name: string) => `${name}の写真`,
  facts: '商品の情報',
  features: '特徴',
  noFeatures: '特徴の登録はありません。',
  goToForm: '購入へ進む',
  after:
    'ボタンを押すとすぐに注文が決まり、取り消せません。確認のメールは届かないので、この画面で結果をご確認ください。',
  buyTitle: 'この椅子を買う',
  buy: '購入する',
  buying: '購入しています…',
  boughtTitle: '購入しました',
  bought: (email: string) => `${email} でご注文を受け付けました。ありがとうございます。`,
  lastPiece: 'これが最後の1脚でした。',
  unconfirmedTitle: '購入できたかどうか、分かりません',
  unconfirmed: (email: string) =>
    `${email} でのご注文は、もう受け付けられているかもしれません。もう一度購入すると、2脚買うことになるかもしれません。`,
  stock: {
    some: 'この椅子は、まだ販売中です。在庫がほかにもあれば、ご注文ができていても販売は続きます。',
    none: 'この椅子は売り切れました。最後の1脚は、あなたのものかもしれません。',
    unknown: '今は在庫を確かめられません。',
    asked: '在庫を確かめています…',
  },
  look: '在庫をもう一度確かめる',
  justSoldOut: (email: string) => `ひと足違いでした。${email} でのご注文は行われていません。`,
  soldOutMeanwhile: 'ご覧のあいだに売り切れました。ご注文は行われていません。',
  similarTitle: '在庫のある、似た椅子',
  similarAll: '同じ種類・色・価格帯の椅子を見る',
  similarEmpty: '同じ種類・色・価格帯の椅子は、今はありません。',
  recommended: 'この椅子がドアを通る住まい',
  recommendedNote: '人気の高い順に最大20件',
  recommendedEmpty: 'この椅子が通るドアの住まいは見つかりませんでした。',
  similar: '同じ種類の椅子を見る',
  soldOutTitle: 'この椅子は売り切れました',
  soldOutText: 'ご覧の椅子は、最後の1脚がどなたかの家へ旅立ちました。似た椅子はまだたくさんあります。',
  soldOutHomes: 'この椅子が通るドアの住まいは、引き続きご覧いただけます。',
  unknownTitle: 'この椅子は見つかりません',
  unknownText: 'URLが間違っているか、登録のない椅子です。',
  searchAgain: 'ほかの椅子を探す',
};

export type ChairTexts = typeof ja;

/** The texts of a chair's page, which come with its code. */
export function useChairTexts(): ChairTexts {
  return useI18n().english?.chair ?? ja;
}
