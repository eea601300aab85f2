import type { DrawTexts } from '../draw';
import { counted } from './counted';

export const draw: DrawTexts = {
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
