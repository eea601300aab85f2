import type { Kind } from '../data/kept';

/** The page of results that something was chosen from, for as long as the site is open: where to go on, and where back. */
export interface Trail {
  kind: Kind;
  href: string;
  ids: readonly number[];
  /** The pages of results before and after; null where there is none. */
  previousPage: string | null;
  nextPage: string | null;
}

export interface Place extends Pick<Trail, 'href'> {
  /** The one before and the one after; at an end of the page of results, that page. */
  previous: string | null;
  next: string | null;
}

let trail: Trail | null = null;
let returning: string | null = null;

export function noteTrail(chosenFrom: Trail): void {
  trail = chosenFrom;
}

/** Where an item stands in the results that were left last; null where it is none of them. */
export function placeOf(kind: Kind, id: number): Place | null {
  const at = trail?.kind === kind ? trail.ids.indexOf(id) : -1;
  if (!trail || at < 0) return null;
  const pageOf = (other: number | undefined) => (other === undefined ? null : `/${kind}/${other}`);
  return {
    href: trail.href,
    previous: pageOf(trail.ids[at - 1]) ?? trail.previousPage,
    next: pageOf(trail.ids[at + 1]) ?? trail.nextPage,
  };
}

/** The results that are shown next will put the focus on this item's link. */
export function returnTo(kind: Kind, id: number): void {
  returning = `/${kind}/${id}`;
}

/** The address of the item that somebody returns from, told once. */
export function takeReturn(): string | null {
  const from = returning;
  returning = null;
  return from;
}
