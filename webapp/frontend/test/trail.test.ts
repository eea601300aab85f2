import { describe, expect, it } from 'vitest';
import { noteTrail, placeOf, returnTo, takeReturn } from '../src/lib/trail';

describe('the way through results', () => {
  it('leads to the neighbours, and at the ends to the next page of results', () => {
    noteTrail({
      kind: 'chair',
      href: '/chair/search?kind=a&page=2',
      ids: [5, 3, 9],
      previousPage: '/chair/search?kind=a',
      nextPage: null,
    });
    const href = '/chair/search?kind=a&page=2';
    expect(placeOf('chair', 3)).toEqual({ href, previous: '/chair/5', next: '/chair/9' });
    expect(placeOf('chair', 5)).toEqual({ href, previous: '/chair/search?kind=a', next: '/chair/3' });
    expect(placeOf('chair', 9)).toEqual({ href, previous: '/chair/3', next: null });
  });

  it('is none for what was not among them', () => {
    expect(placeOf('chair', 4)).toBeNull();
    expect(placeOf('estate', 3)).toBeNull();
  });

  it('tells once what somebody returns from', () => {
    returnTo('estate', 7);
    expect(takeReturn()).toBe('/estate/7');
    expect(takeReturn()).toBeNull();
  });
});
