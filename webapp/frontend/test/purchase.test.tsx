// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { Purchase } from '../src/pages/purchase';
import type { FormEnd } from '../src/ui/email-form';

const onLook = vi.fn();
const show = (end: FormEnd | null, stock: 'some' | 'none' | 'unknown' | 'asked') =>
  render(
    <Purchase
      chairId={1}
      end={end}
      stock={stock}
      email="hanako@example.jp"
      onEmail={vi.fn()}
      onEnd={vi.fn()}
      onLook={onLook}
    />,
  ).container;

afterEach(cleanup);

it.each([
  ['some', 'まだ販売中です'],
  ['none', 'あなたのものかもしれません'],
  ['unknown', '今は在庫を確かめられません'],
  ['asked', '在庫を確かめています'],
] as const)(
  'when nobody knows whether it was bought, says so, and what can be seen: stock %s',
  (stock, text) => {
    const page = show('unconfirmed', stock);
    expect(page.textContent).toContain(
      'hanako@example.jp でのご注文は、もう受け付けられているかもしれません',
    );
    expect(page.textContent).toContain(text);
    expect(page.querySelector('form')).toBeNull();
    expect(screen.getAllByRole('button').map((button) => button.textContent)).toEqual([
      '在庫をもう一度確かめる',
    ]);
    fireEvent.click(screen.getByRole('button'));
    expect(onLook).toHaveBeenCalled();
  },
);

it('sold out under the buyer’s hands, says that nothing was ordered', () =>
  expect(show('gone', 'some').textContent).toContain('hanako@example.jp でのご注文は行われていません'));

it('sold out while looked at, says that nothing was ordered', () =>
  expect(show(null, 'none').textContent).toContain('ご注文は行われていません'));

it('bought as the last, says nothing of sold out', () => {
  const page = show('done', 'none');
  expect(page.textContent).toContain('これが最後の1脚でした');
  expect(page.textContent).not.toContain('売り切れ');
});
