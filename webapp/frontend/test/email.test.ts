import { expect, it } from 'vitest';
import { emailProblem, normalizeEmail } from '../src/lib/email';

it.each([
  'a@b.jp',
  ' hanako@example.jp ',
  'first.last+tag@sub.example.co.jp',
  '山田@例え.jp',
  'ａ＠ｂ．ｊｐ',
])('takes %s', (email) => expect(emailProblem(email)).toBeNull());

it.each([
  ['', 'missing'],
  ['   ', 'missing'],
  ['hanako', 'noAt'],
  ['@example.jp', 'badLocal'],
  ['ha nako@example.jp', 'badLocal'],
  ['.a@example.jp', 'badLocal'],
  ['a..b@example.jp', 'badLocal'],
  ['a@b@example.jp', 'badLocal'],
  ['hanako@', 'badDomain'],
  ['hanako@example', 'badDomain'],
  ['hanako@example..jp', 'badDomain'],
  ['hanako@-example.jp', 'badDomain'],
  [`${'a'.repeat(250)}@b.jp`, 'tooLong'],
])('says what is wrong with "%s": %s', (email, problem) => expect(emailProblem(email)).toBe(problem));

it.each([
  ['ａ＠ｂ.jp', 'a@b.jp'],
  ['　ｈａｎａｋｏ＠ｅｘａｍｐｌｅ。ｊｐ ', 'hanako@example.jp'],
  ['ﾊﾅｺ@例え。jp', 'ハナコ@例え.jp'],
  ['a+b_c@d-e.jp', 'a+b_c@d-e.jp'],
])('takes %s for %s', (typed, email) => expect(normalizeEmail(typed)).toBe(email));
