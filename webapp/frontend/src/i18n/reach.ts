import { useI18n } from './context';

const ja = {
  reach: {
    chair: {
      all: 'この条件の椅子は、すべてマイドアを通ります。',
      none: 'この条件の椅子は、どれもマイドアを通りません。',
    },
    estate: {
      all: 'この条件の住まいは、すべてマイ椅子が通ります。',
      none: 'この条件の住まいは、どれもマイ椅子が通りません。',
    },
  },
  onPage: {
    chair: (fitting: string, all: string) =>
      `このページの${all}件のうち、マイドアを通るのは${fitting}件です。ほかのページは、開くと分かります。`,
    estate: (fitting: string, all: string) =>
      `このページの${all}件のうち、マイ椅子が通るのは${fitting}件です。ほかのページは、開くと分かります。`,
  },
  onlyPage: {
    chair: (fitting: string, all: string) => `${all}件のうち、マイドアを通るのは${fitting}件です。`,
    estate: (fitting: string, all: string) => `${all}件のうち、マイ椅子が通るのは${fitting}件です。`,
  },
  narrow: '必ず通る大きさに絞る',
  optionAll: 'すべて通ります',
  optionNone: '通りません',
};

export type ReachTexts = typeof ja;

/** The texts of searches judged by my chair or my door. */
export function useReachTexts(): ReachTexts {
  return useI18n().english?.reach ?? ja;
}
