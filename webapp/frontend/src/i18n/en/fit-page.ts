import type { FitPageTexts } from '../fit-page';

export const fitPage: FitPageTexts = {
  title: 'Does it fit?',
  lead: 'Set the chair you want to carry and the door it has to pass, and every list on this site marks what fits.',
  result: 'Side by side',
  device: 'The sizes stay on this device. They are sent nowhere.',
  doorHint: 'Measure inside the frame, where it is narrowest.',
  forget: (what) => `Forget ${what.toLowerCase()}`,
  both: 'Set both my chair and my door to compare them here.',
  findChairs: 'Find chairs that fit through my door',
  findHomes: 'Find homes that my chair fits into',
  chooseChair: 'You can also choose one on a chair’s page.',
  chooseDoor: 'You can also choose one on a home’s page.',
};
