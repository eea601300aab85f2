// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { cleanup, configure, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { I18nProvider, useI18n } from '../src/i18n/context';
import { WORDS } from '../src/i18n/en/words';

configure({ asyncUtilTimeout: 60_000 }); // however busy the machine is

afterEach(() => {
  cleanup();
  localStorage.clear();
});

/** What the generator puts into the condition documents, a word a line; colours are followed by their look. */
const generated = ['chair/kinds', 'chair/colors', 'chair/features', 'estate/features'].flatMap((name) =>
  readFileSync(`../../sql/generator/src/main/resources/isuumo/generator/${name}.txt`, 'utf8')
    .split('\n')
    .map((line) => line.split('\t')[0] ?? '')
    .filter((word) => word !== '' && !word.startsWith('#')),
);

describe('words of the data in English', () => {
  it('are there for all that the generator writes', () => {
    expect(generated.length).toBe(116);
    expect(generated.filter((word) => !Object.hasOwn(WORDS, word))).toEqual([]);
  });

  it('differ where the words do', () => {
    const english = generated.map((word) => WORDS[word]);
    expect(english.filter((word, i) => english.indexOf(word) !== i)).toEqual([]);
  });

  it('come with the language; unknown ones stay as they are written, and say in which language that is', async () => {
    const Shown = () => {
      const { word, setLanguage } = useI18n();
      return (
        <>
          <button type="button" onClick={() => setLanguage('en')}>
            en
          </button>
          {['黒', '玉虫色', 'constructor'].map((written) => (
            <p key={written} lang={word(written).lang}>
              {word(written).text}
            </p>
          ))}
        </>
      );
    };
    localStorage.setItem('language', 'ja');
    render(
      <I18nProvider>
        <Shown />
      </I18nProvider>,
    );
    expect(screen.getByText('黒').lang).toBe('ja');
    fireEvent.click(screen.getByRole('button'));
    expect((await screen.findByText('Black')).lang).toBe('');
    expect(screen.getByText('玉虫色').lang).toBe('ja');
    expect(screen.getByText('constructor').lang).toBe('ja');
  });
});
