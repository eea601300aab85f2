/** A chair's outer sizes in centimetres. */
export interface Sizes {
  width: number;
  depth: number;
  height: number;
}

/** A door's opening in centimetres. */
export interface Door {
  width: number;
  height: number;
}

/**
 * How a chair is held while it goes through: as it stands; laid on its side, so that its height lies across the door; or
 * turned, so that it goes in lengthwise, feet or back first.
 */
export type Way = 'upright' | 'onSide' | 'turned';

export interface Fit {
  passes: boolean;
  /** What is left where it is tightest, in centimetres; negative: what is missing. */
  clearance: number;
  /** How the chair's two shortest sides come to face the door. */
  way: Way;
  /** The side that lies along the door's width. */
  across: number;
  /** The side that stands along the door's height. */
  up: number;
  /** What is left when the chair simply stays upright; negative where it does not pass so. */
  uprightClearance: number;
}

/**
 * Whether a chair passes a door, by the contract's rule of recommendation: of sizes a <= b <= c it passes when
 * min(door) >= a and max(door) >= b. That is the same as trying all six orientations, since no other face leaves more room
 * than that of the two shortest sides, the shorter along the door's shorter one. Where several ways show that face, as with
 * equal sides, the simplest is given.
 */
export function fitOf({ width, depth, height }: Sizes, door: Door): Fit {
  const faces: [way: Way, across: number, up: number, through: number][] = [
    ['upright', width, height, depth],
    ['upright', depth, height, width],
    ['onSide', height, width, depth],
    ['onSide', height, depth, width],
    ['turned', width, depth, height],
    ['turned', depth, width, height],
  ];
  const roomOf = (across: number, up: number) => Math.min(door.width - across, door.height - up);
  const longest = Math.max(width, depth, height);
  const clearance = Math.max(...faces.map(([, across, up]) => roomOf(across, up)));
  const [way, across, up] = faces.find(
    ([, across, up, through]) => through === longest && roomOf(across, up) === clearance,
  ) as (typeof faces)[number];
  const uprightClearance = Math.max(roomOf(width, height), roomOf(depth, height));
  return { passes: clearance >= 0, clearance, way, across, up, uprightClearance };
}

/** A home's door. */
export function doorOf({ doorWidth, doorHeight }: { doorWidth: number; doorHeight: number }): Door {
  return { width: doorWidth, height: doorHeight };
}
