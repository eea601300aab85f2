import { type ComponentChildren, createContext } from 'preact';
import { useContext, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { readPreference, writePreference } from '../lib/preference';
import { en } from './en';
import { Formats, type Language } from './format';
import { type Dictionary, ja } from './ja';

export interface I18n {
  language: Language;
  t: Dictionary;
  format: Formats;
  setLanguage(language: Language): void;
}

const dictionaries: Record<Language, Dictionary> = { ja, en };

function i18nOf(language: Language, setLanguage: (language: Language) => void): I18n {
  const t = dictionaries[language];
  return { language, t, format: new Formats(language, t), setLanguage };
}

const I18nContext = createContext<I18n>(i18nOf('ja', () => {}));

/** The language chosen before, else the first of the browser's that the site has, else Japanese. */
export function initialLanguage(chosen: string | null, browser: readonly string[]): Language {
  const wanted = [chosen, ...browser].map((tag) => tag?.slice(0, 2).toLowerCase());
  return wanted.find((tag): tag is Language => tag === 'ja' || tag === 'en') ?? 'ja';
}

export function I18nProvider({ children }: { children: ComponentChildren }) {
  const [language, choose] = useState(() => initialLanguage(readPreference('language'), navigator.languages));
  const value = useMemo(
    () =>
      i18nOf(language, (chosen) => {
        writePreference('language', chosen);
        choose(chosen);
      }),
    [language],
  );
  useLayoutEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return <I18nContext.Provider value={value}>{children}</I18nContext.Provider>;
}

export function useI18n(): I18n {
  return useContext(I18nContext);
}
