import { useI18n } from './context';

const ja = {
  markedByDoor: 'マイドアを通るかどうかを、椅子に付けています。',
  markedByNone: 'マイドアを決めると、保存した椅子のどれが通るかが分かります。',
  markedByChair: 'マイ椅子が通るかどうかを付けています。',
  saved: { chair: '保存した椅子', estate: '保存した住まい' },
  none: {
    chair: '椅子のページの「保存する」を押すと、ここに並びます。',
    estate: '住まいのページの「保存する」を押すと、ここに並びます。',
  },
  deviceTitle: 'この端末に残るもの',
  device:
    '保存したものと最近見たものの番号、マイ椅子とマイドア、覚えることにしたメールアドレス、選んだ言語と明るさを、この端末のブラウザにだけ残します。メールアドレスは購入や資料請求のときだけ送り、ほかはどこにも送りません。',
  forget: '保存・履歴・マイ椅子・マイドア・メールアドレスをすべて消す',
};

export type SavedTexts = typeof ja;

/** The texts of the page of what is kept on the device. */
export function useSavedTexts(): SavedTexts {
  return useI18n().english?.saved ?? ja;
}
