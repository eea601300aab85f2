import { useI18n } from './context';

const ja = {
  title: '通るか確かめる',
  lead: '運びたい椅子と、通したいドアの大きさを決めると、サイトのどの一覧にも通るかどうかが付きます。',
  device: '大きさはこの端末の中だけに残り、どこにも送られません。',
  doorHint: '枠の内側の、いちばん狭いところを測ってください。',
  set: '決める',
  forget: (what: string) => `${what}を忘れる`,
  both: 'マイ椅子とマイドアの両方を決めると、ここで見比べられます。',
  cm: (name: string) => `${name}(cm)`,
  size: (max: string) => `1から${max}までの整数で入力してください。`,
  findChairs: 'マイドアを通る椅子を探す',
  findHomes: 'マイ椅子が通る住まいを探す',
  chooseChair: '椅子のページからも選べます。',
  chooseDoor: '住まいのページからも選べます。',
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

const en: typeof ja = {
  title: 'Does it fit?',
  lead: 'Set the chair you want to carry and the door it has to pass, and every list on this site marks what fits.',
  device: 'The sizes stay on this device. They are sent nowhere.',
  doorHint: 'Measure inside the frame, where it is narrowest.',
  set: 'Set',
  forget: (what) => `Forget ${what.toLowerCase()}`,
  both: 'Set both my chair and my door to compare them here.',
  cm: (name) => `${name} (cm)`,
  size: (max) => `Please enter a whole number from 1 to ${max}.`,
  findChairs: 'Find chairs that fit through my door',
  findHomes: 'Find homes that my chair fits into',
  chooseChair: 'You can also choose one on a chair’s page.',
  chooseDoor: 'You can also choose one on a home’s page.',
  figureTitle: 'Does it fit?',
  against: 'Door to compare',
  myDoor: (size) => `My door, ${size}`,
  theirDoor: (name, size) => `${name}, ${size}`,
  noDoor: 'Set the size of your own door to compare it here.',
  setDoor: 'Set my door',
  noChair: 'Enter the size of the chair you want to carry to see whether it passes this door.',
  keepChair: 'Make this my chair',
  keepDoor: 'Make this my door',
  change: 'Change',
  figure: (door, face) =>
    `Drawing to scale. The door is ${door}, width by height. The chair’s two shortest sides are ${face}, across by up.`,
  door: 'Door',
  chair: 'Chair',
  way: {
    upright: 'Drawn as it is carried upright.',
    onSide: 'Drawn as it is carried on its side.',
    turned: 'Drawn as it is carried turned, feet or back first.',
  },
  uprightToo: (size) => `It also passes upright, with ${size} to spare.`,
  uprightExact: 'It also passes upright, exactly.',
  tight: (size) => `Whichever way it is turned, ${size} are missing.`,
  reach: {
    chair: {
      all: 'Every chair with these conditions fits through my door.',
      none: 'No chair with these conditions fits through my door.',
    },
    estate: {
      all: 'My chair fits into every home with these conditions.',
      none: 'My chair fits into no home with these conditions.',
    },
  },
  onPage: {
    chair: (fitting, all) =>
      `Of the ${all} on this page, ${fitting} fit through my door. Other pages tell when opened.`,
    estate: (fitting, all) =>
      `Of the ${all} on this page, my chair fits into ${fitting}. Other pages tell when opened.`,
  },
  onlyPage: {
    chair: (fitting, all) => `Of these ${all}, ${fitting} fit through my door.`,
    estate: (fitting, all) => `Of these ${all}, my chair fits into ${fitting}.`,
  },
  narrow: 'Only sizes that surely fit',
  optionAll: 'all fit',
  optionNone: 'none fits',
};

/** The texts around doors and chairs, which come with the pages that draw them. */
export function useFitTexts(): typeof ja {
  return useI18n().language === 'ja' ? ja : en;
}
