import { useI18n } from './context';

const ja = {
  set: '決める',
  cm: (name: string) => `${name}(cm)`,
  size: (max: string) => `1から${max}までの整数で入力してください。`,
  figureTitle: 'ドアを通るか',
  against: '比べるドア',
  myDoor: (size: string) => `マイドア ${size}`,
  theirDoor: (name: string, size: string) => `${name} ${size}`,
  noDoor: 'ご自宅のドアの大きさを決めると、ここで比べられます。',
  setDoor: 'マイドアを決める',
  noChair: '運びたい椅子の大きさを入れると、このドアを通るかが分かります。',
  keepChair: 'この椅子をマイ椅子にする',
  keepDoor: 'このドアをマイドアにする',
  change: '変える',
  figure: (door: string, face: string) =>
    `縮尺をそろえた図。ドアは幅×高さで${door}。椅子の短い2辺は横×縦で${face}。`,
  door: 'ドア',
  chair: '椅子',
  way: {
    upright: '図は、立てたまま運ぶ向きです。',
    onSide: '図は、横に倒して運ぶ向きです。',
    turned: '図は、寝かせて脚か背から入れる向きです。',
  },
  uprightToo: (size: string) => `立てたままでも通ります(余裕 ${size})。`,
  uprightExact: '立てたままでも、ぴったり通ります。',
  tight: (size: string) => `どの向きでも、あと ${size} 足りません。`,
};

export type FitTexts = typeof ja;

/** The texts around doors and chairs, which come with the pages that draw them. */
export function useFitTexts(): FitTexts {
  return useI18n().english?.fit ?? ja;
}
