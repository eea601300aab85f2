import type { ReachTexts } from '../reach';

export const reach: ReachTexts = {
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
