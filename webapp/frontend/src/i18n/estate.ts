import { useI18n } from './context';

const ja = {
  alt: (name: string) => `${name}の写真`,
  facts: '物件の情報',
  features: '特徴',
  noFeatures: '特徴の登録はありません。',
  mapTitle: '地図',
  mapLabel: (name: string) => `${name}の位置を示す地図`,
  nearby: 'このあたりを地図でなぞって探す',
  goToForm: '資料請求へ進む',
  after:
    'ボタンを押すとすぐに請求を受け付けます。確認のメールは届かないので、この画面で結果をご確認ください。',
  requestTitle: '資料を請求する',
  request: '資料を請求する',
  requesting: '請求しています…',
  requestedTitle: '資料を請求しました',
  requested: (email: string) => `${email} で資料請求を受け付けました。ありがとうございます。`,
  goneTitle: 'この物件の紹介は終わりました',
  gone: '資料の請求は行われていません。',
  unconfirmedTitle: '請求できたかどうか、分かりません',
  unconfirmed: 'もう受け付けられているかもしれません。重ねて請求しても差し支えありません。',
  unknownTitle: 'この住まいは見つかりません',
  unknownText: 'URLが間違っているか、紹介の終わった物件です。',
  searchAgain: 'ほかの住まいを探す',
};

export type EstateTexts = typeof ja;

/** The texts of a home's page, which come with its code. */
export function useEstateTexts(): EstateTexts {
  return useI18n().english?.estate ?? ja;
}
