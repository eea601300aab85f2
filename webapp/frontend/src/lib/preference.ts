export type Preference = 'language' | 'theme' | 'mine' | 'kept' | 'email';

/** What somebody chose on this device; null when nothing, or when the browser keeps no storage. */
export function readPreference(name: Preference): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

/** A browser without storage forgets the choice with the page; that is all that is lost. */
export function writePreference(name: Preference, value: string): void {
  try {
    localStorage.setItem(name, value);
  } catch {
    return;
  }
}
