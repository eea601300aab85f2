import type { FitTexts } from '../fit';

export const fit: FitTexts = {
  set: 'Set',
  cm: (name) => `${name} (cm)`,
  size: (max) => `Please enter a whole number from 1 to ${max}.`,
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
};
