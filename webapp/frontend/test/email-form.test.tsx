// @vitest-environment happy-dom
import { cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { rememberAddress, rememberedAddress } from '../src/data/address';
import { EmailForm } from '../src/ui/email-form';

configure({ asyncUtilTimeout: 60_000 }); // however busy the machine is

const onEnd = vi.fn();
let answer: (response: Response) => void;
const send = vi.fn();

function Form() {
  const [email, setEmail] = useState('');
  return (
    <EmailForm
      action="/api/chair/buy/1"
      title="買う"
      submit="購入"
      submitting="購入中"
      after="すぐに決まります"
      email={email}
      onEmail={setEmail}
      onEnd={onEnd}
    />
  );
}

beforeEach(() => {
  rememberAddress('');
  vi.stubGlobal('fetch', send);
  send.mockImplementation(() => new Promise((resolve) => (answer = resolve)));
  render(<Form />);
});

afterEach(() => {
  cleanup();
  vi.resetAllMocks();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const field = () => screen.getByLabelText<HTMLInputElement>('メールアドレス');
const problem = () => screen.getByRole('alert').textContent;
const type = (value: string) => fireEvent.input(field(), { target: { value } });
const submit = () => fireEvent.submit(screen.getByRole('form'));

describe('the e-mail form', () => {
  it('says what is wrong, marks the field and sends nothing', async () => {
    type('hanako');
    submit();
    await waitFor(() => expect(problem()).toContain('@'));
    expect(field().getAttribute('aria-invalid')).toBe('true');
    expect(document.activeElement).toBe(field());
    expect(send).not.toHaveBeenCalled();
  });

  it('sends once however often it is submitted', async () => {
    type(' hanako@example.jp ');
    submit();
    submit();
    submit();
    answer(new Response('', { status: 200 }));
    await waitFor(() => expect(onEnd).toHaveBeenCalledWith('done'));
    expect(send).toHaveBeenCalledTimes(1);
    expect(send.mock.calls[0]?.[1].body).toBe('{"email":"hanako@example.jp"}');
  });

  it('tells what is wrong with the address until it is right', async () => {
    type('hanako');
    submit();
    await waitFor(() => expect(problem()).toContain('「@」を入れて'));
    type('hanako@');
    await waitFor(() => expect(problem()).toContain('「@」より後ろ'));
    type('hanako@example.jp');
    await waitFor(() => expect(problem()).toBe(''));
    expect(field().getAttribute('aria-invalid')).toBeNull();
  });

  it('takes what a Japanese keyboard made of an address, and shows it as it was meant', async () => {
    type('ａ＠ｂ。ｊｐ');
    fireEvent.blur(field());
    await waitFor(() => expect(field().value).toBe('a@b.jp'));
    type('ｃ＠ｄ．ｊｐ');
    submit();
    await waitFor(() => expect(field().value).toBe('c@d.jp'));
    expect(send.mock.calls[0]?.[1].body).toBe('{"email":"c@d.jp"}');
  });

  it.each([
    [400, '受け付けられませんでした。メールアドレスを', 'true'],
    [503, 'サーバーの不具合', null],
  ])(
    'tells what a %i means, blames the address only where it is to blame, and can be sent again',
    async (status, text, invalid) => {
      type('hanako@example.jp');
      submit();
      answer(new Response('{}', { status }));
      await waitFor(() => expect(problem()).toContain(text));
      expect(field().getAttribute('aria-invalid')).toBe(invalid);
      expect(onEnd).not.toHaveBeenCalled();
      submit();
      expect(send).toHaveBeenCalledTimes(2);
    },
  );

  it.each([
    [404, 'gone'],
    [500, 'unconfirmed'],
    [502, 'unconfirmed'],
    [504, 'unconfirmed'],
  ])('ends with a %i as %s, and says nothing of another try', async (status, end) => {
    type('hanako@example.jp');
    submit();
    answer(new Response('{}', { status }));
    await waitFor(() => expect(onEnd).toHaveBeenCalledExactlyOnceWith(end));
    expect(problem()).toBe('');
    expect(field().getAttribute('aria-invalid')).toBeNull();
  });

  it('admits that it does not know when no answer came', async () => {
    send.mockRejectedValue(new TypeError('Failed to fetch'));
    type('hanako@example.jp');
    submit();
    await waitFor(() => expect(onEnd).toHaveBeenCalledExactlyOnceWith('unconfirmed'));
  });

  it('sends nothing while offline, and says so', async () => {
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    type('hanako@example.jp');
    submit();
    await waitFor(() => expect(problem()).toContain('まだ送っていません'));
    expect(field().getAttribute('aria-invalid')).toBeNull();
    expect(send).not.toHaveBeenCalled();
  });

  it('remembers the address only where that is wanted, and only once it is right', async () => {
    const keep = () => screen.getByRole<HTMLInputElement>('checkbox');
    expect(keep().checked).toBe(false);
    type('hanako@example.jp');
    submit();
    expect(rememberedAddress()).toBe('');
    answer(new Response('{}', { status: 503 }));
    await waitFor(() => expect(problem()).toContain('サーバーの不具合'));
    fireEvent.click(keep());
    await waitFor(() => expect(keep().checked).toBe(true));
    type('hanako');
    submit();
    expect(rememberedAddress()).toBe('');
    type('hanako@example.jp');
    submit();
    await waitFor(() => expect(rememberedAddress()).toBe('hanako@example.jp'));
    fireEvent.click(keep());
    await waitFor(() => expect(rememberedAddress()).toBe(''));
  });
});
