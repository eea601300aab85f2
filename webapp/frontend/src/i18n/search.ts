import { useI18n } from './context';

const ja = {
  skipToResults: '検索結果へ移動',
  search: {
    chairTitle: '椅子を探す',
    estateTitle: '住まいを探す',
    conditions: '条件',
    any: '指定なし',
    maxExclusive: '「～」の右の値は含みません。',
    clearAll: '条件をすべて消す',
    cleared: '条件をすべて消しました。',
    undo: '元に戻す',
    remove: (name: string) => `条件「${name}」を外す`,
    selected: '選択中の条件',
    featureFilter: '特徴を絞り込む',
    featureNoMatch: 'その言葉を含む特徴はありません。',
    featureKeys: '矢印キーで移動し、スペースキーで選びます。',
    featureCount: (n: string) => `${n}個選択中`,
    showResults: (n: string) => `${n}件を見る`,
    openFilters: '条件を選ぶ',
    closeFilters: '条件を閉じる',
    results: '検索結果',
    count: (n: string) => `${n}件`,
    shown: (from: string, to: string) => `${from}〜${to}件目`,
    sortNote: '人気の高い順',
    startHint: '条件を1つ以上選ぶと検索します。まずはお手頃なものから20件をご覧ください。',
    emptyTitle: '条件に合うものがありません',
    emptyHint: '条件を1つ外すか、範囲を広げてみてください。',
    suggestions: '1つ外すと見つかります。',
    without: (name: string, n: string) => `「${name}」なし: ${n}件`,
    emptyPageTitle: 'このページには何もありません',
    emptyPageHint: '検索結果はもっと手前で終わっています。',
    firstPage: '最初のページへ',
    refusedTitle: 'この条件では検索できません',
    refusedHint: 'URLの条件が古いか、正しくないようです。条件を選びなおしてください。',
  },
  pager: {
    label: 'ページ',
    previous: '前へ',
    next: '次へ',
    page: (n: string) => `${n}ページ目`,
  },
};

export type SearchTexts = typeof ja;

/** The texts of the search pages, which come with their code. */
export function useSearchTexts(): SearchTexts {
  return useI18n().english?.search ?? ja;
}
