import type { CompareTexts } from '../compare';

export const compare: CompareTexts = {
  title: { chair: 'Compare chairs', estate: 'Compare homes' },
  none: {
    chair: 'There is no chair to compare yet. Press “Compare” on a chair’s page, or add one below.',
    estate: 'There is no home to compare yet. Press “Compare” on a home’s page, or add one below.',
  },
  one: 'Add another one to see what differs.',
  item: 'What',
  picture: 'Picture',
  remove: (name) => `Take ${name} away`,
  removeShort: 'Take away',
  differs: 'differ',
  same: 'all the same',
  cheapest: 'cheapest',
  smallest: 'smallest',
  largest: 'largest',
  shared: 'Features of all',
  own: 'Features of some only',
  nothing: 'none',
  fits: { chair: 'Does it fit through my door?', estate: 'Does my chair fit in?' },
  set: { chair: 'Set my door', estate: 'Set my chair' },
  add: 'Add',
  addTitle: {
    chair: 'Add one of the chairs you saved or viewed',
    estate: 'Add one of the homes you saved or viewed',
  },
};
