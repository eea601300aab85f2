import { describe, expect, it } from 'vitest';
import { bestOf, compareHref, parseIds, sharedWords } from '../src/lib/compared';

describe('what is compared', () => {
  it.each([
    ['ids=3,1,2', [3, 1, 2]],
    ['ids=1,1,2', [1, 2]],
    ['ids=1,2,3,4,5', [1, 2, 3, 4]],
    ['ids=x,-1,0,1.5,2,,99999999999', [2]],
    ['', []],
  ])('is what the address says: %s', (query, ids) =>
    expect(parseIds(new URLSearchParams(query))).toEqual(ids),
  );

  it('comes back from its own address', () => {
    const { search } = new URL(compareHref('chair', [7, 5]), 'http://host');
    expect(parseIds(new URLSearchParams(search))).toEqual([7, 5]);
    expect(compareHref('estate', [])).toBe('/estate/compare');
  });

  it('tells the words that all have from the others', () => {
    expect(sharedWords(['革張り,肘掛け', '肘掛け,軽量', '肘掛け'])).toEqual({
      shared: ['肘掛け'],
      own: [['革張り'], ['軽量'], []],
    });
    expect(sharedWords(['', '肘掛け'])).toEqual({ shared: [], own: [[], ['肘掛け']] });
    expect(sharedWords([])).toEqual({ shared: [], own: [] });
  });

  it('has a best only where the numbers differ', () => {
    expect(bestOf([30, 20, 20], 'min')).toBe(20);
    expect(bestOf([30, 20, 20], 'max')).toBe(30);
    expect(bestOf([20, 20], 'min')).toBeNull();
    expect(bestOf([], 'min')).toBeNull();
  });
});
