import { type ComponentChildren, createContext } from 'preact';
import { useContext, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { readPreference, writePreference } from '../lib/preference';
import { Formats, type Language } from './format';
import { type Dictionary, ja } from './ja';

export interface I18n {
  language: Language;
  /** The texts of single pages, see `useSearchTexts` and its like; null in Japanese. */
  english: English | null;
  t: Dictionary;
  format: Formats;
  /** A word of the data in this language, where it is known; else as it is written, with the language it is in. */
  word(written: string): Word;
  setLanguage(language: Language): void;
}

export interface Word {
  text: string;
  lang: 'ja' | undefined;
}

/** Fetched only for those who read it; the pages' own texts are in Japanese. */
type English = typeof import('./en');

function i18nOf(english: English | null, setLanguage: (language: Language) => void): I18n {
  const language = english ? 'en' : 'ja';
  const t = english?.common ?? ja;
  const word = (written: string): Word => {
    const known = english && Object.hasOwn(english.WORDS, written) ? english.WORDS[written] : undefined;
    return known === undefined ? { text: written, lang: 'ja' } : { text: known, lang: undefined };
  };
  return { language, english, t, format: new Formats(language, t), word, setLanguage };
}

const I18nContext = createContext<I18n>(i18nOf(null, () => {}));

/** The language chosen before, else the first of the browser's that the site has, else Japanese. */
export function initialLanguage(chosen: string | null, browser: readonly string[]): Language {
  const wanted = [chosen, ...browser].map((tag) => tag?.slice(0, 2).toLowerCase());
  return wanted.find((tag): tag is Language => tag === 'ja' || tag === 'en') ?? 'ja';
}

/** What a reader of this browser needs before the first page is shown. Without a connection that is Japanese. */
export async function loadLanguage(): Promise<English | null> {
  const language = initialLanguage(readPreference('language'), navigator.languages);
  return language === 'en' ? import('./en').catch(() => null) : null;
}

export function I18nProvider({
  initial = null,
  children,
}: {
  initial?: English | null;
  children: ComponentChildren;
}) {
  const [english, setEnglish] = useState(initial);
  const value = useMemo(
    () =>
      i18nOf(english, (chosen) => {
        writePreference('language', chosen);
        if (chosen === 'ja') setEnglish(null);
        else import('./en').then(setEnglish, () => undefined);
      }),
    [english],
  );
  useLayoutEffect(() => {
    document.documentElement.lang = value.language;
  }, [value]);
  return <I18nContext.Provider value={value}>{children}</I18nContext.Provider>;
}

export function useI18n(): I18n {
  return useContext(I18nContext);
}
