import { useI18n } from './context';

const ja = {
  label: '検索結果の中での移動',
  back: '検索結果へ戻る',
  previous: '前へ',
  next: '次へ',
};

export type TrailTexts = typeof ja;

/** The texts of the way through results, on the pages of what was found. */
export function useTrailTexts(): TrailTexts {
  return useI18n().english?.trail ?? ja;
}
