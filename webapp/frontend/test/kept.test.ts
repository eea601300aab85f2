// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { parseAddress, rememberAddress, rememberedAddress } from '../src/data/address';
import { forgetAll, noteSeen, parseKept, toggleSaved } from '../src/data/kept';

const kept = () => parseKept(localStorage.getItem('kept'));

beforeEach(forgetAll);

describe('what is kept on the device', () => {
  it('is saved with the latest first, and taken away by the same press', () => {
    toggleSaved('chair', 1);
    toggleSaved('chair', 2);
    toggleSaved('estate', 2);
    expect(kept().saved).toEqual({ chair: [2, 1], estate: [2] });
    toggleSaved('chair', 1);
    expect(kept().saved).toEqual({ chair: [2], estate: [2] });
    expect(kept().seen).toEqual({ chair: [], estate: [] });
  });

  it('holds each thing seen once, the latest first, and ten at most', () => {
    for (let id = 1; id <= 12; id++) noteSeen('chair', id);
    noteSeen('chair', 5);
    expect(kept().seen.chair).toEqual([5, 12, 11, 10, 9, 8, 7, 6, 4, 3]);
  });

  it('is forgotten as a whole', () => {
    toggleSaved('estate', 1);
    noteSeen('chair', 1);
    forgetAll();
    expect(kept()).toEqual({ saved: { chair: [], estate: [] }, seen: { chair: [], estate: [] } });
  });

  it.each([
    null,
    '',
    'null',
    '{"saved":{"chair":"1"}}',
    '{"seen":[1]}',
    '{"saved":{"chair":[null,"2",1.5]}}',
  ])('is nothing when the storage holds %s', (text) =>
    expect(parseKept(text)).toEqual({ saved: { chair: [], estate: [] }, seen: { chair: [], estate: [] } }),
  );
});

describe('an e-mail address kept on the device', () => {
  it('is remembered until it is forgotten', () => {
    rememberAddress('hanako@example.jp');
    expect(parseAddress(localStorage.getItem('email'))).toBe('hanako@example.jp');
    expect(rememberedAddress()).toBe('hanako@example.jp');
    rememberAddress('');
    expect(parseAddress(localStorage.getItem('email'))).toBe('');
  });

  it.each([null, '', '{', '7', '"hanako"', '["a@b.jp"]'])('is none when the storage holds %s', (text) =>
    expect(parseAddress(text)).toBe(''),
  );
});
