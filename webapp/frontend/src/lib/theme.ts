import { readPreference, writePreference } from './preference';

export type Theme = 'light' | 'dark';

/** The theme chosen before, else the system's. */
export function initialTheme(): Theme {
  const chosen = readPreference('theme');
  if (chosen === 'light' || chosen === 'dark') return chosen;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

/** Shows a theme and remembers it; without a choice the style sheet follows the system. */
export function setTheme(theme: Theme): void {
  writePreference('theme', theme);
  showTheme(theme);
}

export function showChosenTheme(): void {
  if (readPreference('theme') !== null) showTheme(initialTheme());
}

function showTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
}
