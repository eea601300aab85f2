export type EmailProblem = 'missing' | 'noAt' | 'badLocal' | 'badDomain' | 'tooLong';

/** RFC 5321, 4.5.3.1.3: a path is at most 256 octets, brackets included. */
const MAX_EMAIL_LENGTH = 254;

/** What a Japanese keyboard made of an address (ａ＠ｂ。ｊｐ), as it was meant: a@b.jp. */
export function normalizeEmail(typed: string): string {
  return typed.normalize('NFKC').replaceAll('。', '.').trim();
}

/**
 * What is wrong with an address somebody typed, or null. Stricter than the server, which takes any text, and
 * looser than the RFCs' grammar: quoted local parts and bare host names are typing errors far more often.
 */
export function emailProblem(typed: string): EmailProblem | null {
  const email = normalizeEmail(typed);
  if (email === '') return 'missing';
  if (email.length > MAX_EMAIL_LENGTH) return 'tooLong';
  const at = email.lastIndexOf('@');
  if (at < 0) return 'noAt';
  if (!/^[^\s@.,;:<>()[\]\\"]+(\.[^\s@.,;:<>()[\]\\"]+)*$/.test(email.slice(0, at))) return 'badLocal';
  const label = '[\\p{L}\\p{N}]([\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?';
  return new RegExp(`^(${label}\\.)+${label}$`, 'u').test(email.slice(at + 1)) ? null : 'badDomain';
}
