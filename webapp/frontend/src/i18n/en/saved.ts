import type { SavedTexts } from '../saved';

export const saved: SavedTexts = {
  markedByDoor: 'Each chair tells whether it fits through my door.',
  markedByNone: 'Set my door to see which of the saved chairs fit through it.',
  markedByChair: 'Each home tells whether my chair fits into it.',
  saved: { chair: 'Saved chairs', estate: 'Saved homes' },
  none: {
    chair: 'Press “Save” on a chair’s page to see it here.',
    estate: 'Press “Save” on a home’s page to see it here.',
  },
  deviceTitle: 'What this device keeps',
  device:
    'The numbers of what you saved and looked at, my chair and my door, the e-mail address if you wanted it remembered, the language and the colours you chose: in this browser only. The address is sent when you buy or request documents, the rest never.',
  forget: 'Delete what is saved and seen, my chair and my door, the e-mail address',
};
