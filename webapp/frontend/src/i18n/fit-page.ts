import { useI18n } from './context';

const ja = {
  title: '通るか確かめる',
  lead: '運びたい椅子と、通したいドアの大きさを決めると、サイトのどの一覧にも通るかどうかが付きます。',
  result: '見比べる',
  device: '大きさはこの端末の中だけに残り、どこにも送られません。',
  doorHint: '枠の内側の、いちばん狭いところを測ってください。',
  forget: (what: string) => `${what}を忘れる`,
  both: 'マイ椅子とマイドアの両方を決めると、ここで見比べられます。',
  findChairs: 'マイドアを通る椅子を探す',
  findHomes: 'マイ椅子が通る住まいを探す',
  chooseChair: '椅子のページからも選べます。',
  chooseDoor: '住まいのページからも選べます。',
};

export type FitPageTexts = typeof ja;

/** The texts of the page where my chair and my door are set. */
export function useFitPageTexts(): FitPageTexts {
  return useI18n().english?.fitPage ?? ja;
}
