import { describe, expect, it } from 'vitest';
import {
  apiQuery,
  choose,
  formatCriteria,
  NO_CRITERIA,
  parseCriteria,
  toggleFeature,
} from '../src/search/criteria';

const PARAMETERS = ['priceRangeId', 'kind', 'color'];
const parse = (query: string) => parseCriteria(new URLSearchParams(query), PARAMETERS);

describe('a search in the address', () => {
  it('comes back as it was written', () => {
    const criteria = { choices: { priceRangeId: '1', color: '黒' }, features: ['本革', '肘掛け'], page: 3 };
    expect(parse(formatCriteria(criteria))).toEqual(criteria);
  });

  it('is the same address whatever the order of the choices', () => {
    const one = toggleFeature(
      toggleFeature(choose(choose(NO_CRITERIA, 'kind', 'スツール'), 'color', '白'), 'b'),
      'a',
    );
    const other = toggleFeature(
      toggleFeature(choose(choose(NO_CRITERIA, 'color', '白'), 'kind', 'スツール'), 'a'),
      'b',
    );
    expect(formatCriteria(one)).toBe(formatCriteria(other));
  });

  it('is empty for the first page of nothing', () => expect(formatCriteria(NO_CRITERIA)).toBe(''));

  it.each(['0', '-1', '1.5', 'x', '', '9e99'])('takes page=%s as the first', (page) =>
    expect(parse(`?page=${page}`).page).toBe(1),
  );

  it('drops what this search does not know', () => {
    expect(parse('?rentRangeId=1&kind=&features=,a,,a,b')).toEqual({
      choices: {},
      features: ['a', 'b'],
      page: 1,
    });
  });

  it('starts at the first page after a change', () => {
    expect(choose(parse('?kind=a&page=4'), 'color', '黒').page).toBe(1);
    expect(toggleFeature(parse('?kind=a&page=4'), 'x').page).toBe(1);
  });

  it('forgets a choice of nothing', () => {
    expect(choose(parse('?kind=a&color=b'), 'kind', '').choices).toEqual({ color: 'b' });
  });
});

describe('the query sent', () => {
  it('counts pages from 0', () => {
    expect(apiQuery(parse('?priceRangeId=2&features=a,b&page=2'))).toBe(
      '?priceRangeId=2&features=a%2Cb&page=1&perPage=24',
    );
  });

  it('is none without a condition, which the API would refuse', () =>
    expect(apiQuery(parse('?page=2'))).toBeNull());
});
