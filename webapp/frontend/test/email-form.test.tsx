// @vitest-environment happy-dom
import { cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EmailForm } from '../src/ui/email-form';

configure({ asyncUtilTimeout: 60_000 }); // however busy the machine is

const onDone = vi.fn();
const onGone = vi.fn();
let answer: (response: Response) => void;
const send = vi.fn();

beforeEach(() => {
  vi.stubGlobal('fetch', send);
  send.mockImplementation(() => new Promise((resolve) => (answer = resolve)));
  render(
    <EmailForm
      action="/api/chair/buy/1"
      title="買う"
      submit="購入"
      submitting="購入中"
      goneText="売り切れ"
      onDone={onDone}
      onGone={onGone}
    />,
  );
});

afterEach(() => {
  cleanup();
  vi.resetAllMocks();
  vi.unstubAllGlobals();
});

const type = (value: string) =>
  fireEvent.input(screen.getByLabelText('メールアドレス'), { target: { value } });
const submit = () => fireEvent.submit(screen.getByRole('form'));

describe('the e-mail form', () => {
  it('says what is wrong, marks the field and sends nothing', async () => {
    type('hanako');
    submit();
    await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('@'));
    const input = screen.getByLabelText('メールアドレス');
    expect(input.getAttribute('aria-invalid')).toBe('true');
    expect(document.activeElement).toBe(input);
    expect(send).not.toHaveBeenCalled();
  });

  it('sends once however often it is submitted', async () => {
    type(' hanako@example.jp ');
    submit();
    submit();
    submit();
    answer(new Response('', { status: 200 }));
    await waitFor(() => expect(onDone).toHaveBeenCalledWith('hanako@example.jp'));
    expect(send).toHaveBeenCalledTimes(1);
    expect(send.mock.calls[0]?.[1].body).toBe('{"email":"hanako@example.jp"}');
  });

  it.each([
    [404, '売り切れ'],
    [400, '受け付けられませんでした'],
    [503, 'サーバーの不具合'],
    [500, '受け付けられたかどうか分かりません'],
    [504, '受け付けられたかどうか分かりません'],
  ])('tells what a %i means and can be sent again', async (status, text) => {
    type('hanako@example.jp');
    submit();
    answer(new Response('{}', { status }));
    await waitFor(() => expect(screen.getByRole('alert').textContent).toContain(text));
    expect(onGone).toHaveBeenCalledTimes(status === 404 ? 1 : 0);
    submit();
    expect(send).toHaveBeenCalledTimes(2);
  });

  it('admits that it does not know when no answer came', async () => {
    send.mockRejectedValue(new TypeError('Failed to fetch'));
    type('hanako@example.jp');
    submit();
    await waitFor(() =>
      expect(screen.getByRole('alert').textContent).toContain('受け付けられたかどうか分かりません'),
    );
    expect(onDone).not.toHaveBeenCalled();
  });
});
