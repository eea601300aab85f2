import { useI18n } from './context';

const ja = {
  title: '地図でなぞって探す',
  lead: '住みたいあたりを線で囲むと、その内側の住まいを探します。',
  mapLabel: '住まいを探す地図。矢印キーで移動、+と-で拡大と縮小',
  mode: '操作',
  pan: '移動',
  stroke: 'なぞる',
  corners: '角を打つ',
  searchView: '表示範囲で探す',
  searchCorners: 'この形で探す',
  undoCorner: '角を1つ戻す',
  clear: '消す',
  goTo: '地域へ移動',
  goToPlaceholder: '都道府県を選ぶ',
  panHint: '地図を動かして場所を決めたら、「なぞる」を選んで囲んでください。',
  strokeHint: '押したまま動かして囲み、指やボタンを離すと検索します。',
  cornersHint:
    '3か所以上を打ってから「この形で探す」。キーボードでは矢印キーで動かしてEnterで中央に打てます。',
  cornerCount: (n: string) => `角 ${n}か所`,
  tooSmall: '線が短すぎます。もう少し大きく囲んでください。',
  results: '見つかった住まい',
  found: (n: string) => `${n}件見つかりました`,
  hull: 'へこみも含めて探す',
  seeList: '一覧を見る',
  limit: '人気の高い50件だけを表示しています。範囲を狭めると、すべて見られます。',
  emptyTitle: 'この範囲に住まいはありません',
  emptyHint: '地図を縮小して、もう少し広く囲んでみてください。',
  idle: 'まだ探していません。地図を囲むと、ここに結果が並びます。',
  close: '閉じる',
};

export type DrawTexts = typeof ja;

/** The texts of the draw-to-search page, which come with its code: the first page needs none of them. */
export function useDrawTexts(): DrawTexts {
  return useI18n().english?.draw ?? ja;
}
