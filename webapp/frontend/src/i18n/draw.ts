import { useI18n } from './context';
import { counted } from './en';

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

const en: typeof ja = {
  title: 'Draw on the map',
  lead: 'Circle the area you would like to live in to see the homes inside.',
  mapLabel: 'Map for finding homes. Arrow keys move it, plus and minus zoom',
  mode: 'Mode',
  pan: 'Move',
  stroke: 'Draw',
  corners: 'Corners',
  searchView: 'Search this view',
  searchCorners: 'Search this shape',
  undoCorner: 'Undo corner',
  clear: 'Clear',
  goTo: 'Go to',
  goToPlaceholder: 'Prefecture…',
  panHint: 'Move the map to the right place, then choose “Draw” and circle it.',
  strokeHint: 'Press and drag around an area; letting go starts the search.',
  cornersHint:
    'Tap three or more corners, then “Search this shape”. With a keyboard: arrow keys move, Enter sets a corner at the centre.',
  cornerCount: (n) => counted(n, 'corner', 'corners'),
  tooSmall: 'That line is too short. Please circle a larger area.',
  results: 'Homes found',
  found: (n) => `${counted(n, 'home', 'homes')} found`,
  hull: 'Include the hollows',
  seeList: 'See the list',
  limit: 'Only the 50 most popular are shown. Circle a smaller area to see all.',
  emptyTitle: 'There are no homes in this area',
  emptyHint: 'Zoom out and circle a larger area.',
  idle: 'Nothing searched yet. Circle an area and the homes appear here.',
  close: 'Close',
};

/** The texts of the draw-to-search page, which come with its code: the first page needs none of them. */
export function useDrawTexts(): typeof ja {
  return useI18n().language === 'ja' ? ja : en;
}
