import type { EmailTexts } from '../email';

export const email: EmailTexts = {
  label: 'E-mail address',
  hint: 'e.g. hanako@example.jp',
  keep: 'Remember this address on this device',
  missing: 'Please enter your e-mail address.',
  noAt: 'The address needs an “@” (e.g. hanako@example.jp).',
  badLocal: 'The part before the “@” is empty or has a character that cannot be used.',
  badDomain: 'Please check the part after the “@” (e.g. example.jp).',
  tooLong: 'The address is too long (254 characters at most).',
  offline: 'You are offline, so nothing was sent yet. Please try again once you are back.',
  failed: 'The server had a problem and did not accept it. Please wait a little and try again.',
  refused: 'It was not accepted. Please check the e-mail address.',
};
