import type { Kind } from '../data/kept';

/** As many as stand side by side in a window. */
export const MAX_COMPARED = 4;

/** The numbers in a comparison's address: whole ones, each once, and no more than are compared. */
export function parseIds(query: URLSearchParams): number[] {
  const ids = (query.get('ids') ?? '').split(',').filter((id) => /^[1-9][0-9]{0,9}$/.test(id));
  return [...new Set(ids.map(Number))].slice(0, MAX_COMPARED);
}

export function compareHref(kind: Kind, ids: readonly number[]): string {
  return `/${kind}/compare${ids.length > 0 ? `?ids=${ids.join(',')}` : ''}`;
}

/** What differs between things with these comma-joined words: those that all have, and of each the others. */
export function sharedWords(lists: readonly string[]): { shared: string[]; own: string[][] } {
  const words = lists.map((list) => list.split(',').filter((word) => word !== ''));
  const [first = []] = words;
  const shared = first.filter((word) => words.every((list) => list.includes(word)));
  return { shared, own: words.map((list) => list.filter((word) => !shared.includes(word))) };
}

/** Which of these is best, the least or the greatest, where not all are the same. */
export function bestOf(values: readonly number[], best: 'min' | 'max'): number | null {
  const found = Math[best](...values);
  return values.some((value) => value !== found) ? found : null;
}
