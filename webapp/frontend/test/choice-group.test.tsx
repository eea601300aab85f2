// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { ChoiceGroup } from '../src/search/choice-group';

const CHOICES = [
  { value: '0', text: '80cm未満' },
  { value: '1', text: '80cm以上' },
];

const group = (opens: boolean | undefined, chosen = '') => (
  <ChoiceGroup
    name="height"
    legend="高さ"
    choices={CHOICES}
    chosen={chosen}
    onChoose={vi.fn()}
    opens={opens}
  />
);

afterEach(cleanup);

const head = () => screen.getByRole('button');
const isOpen = () =>
  head().getAttribute('aria-expanded') === 'true' && screen.queryAllByRole('radio').length === 3;

it('a group that folds tells in its head what is chosen, and opens by it', async () => {
  const { rerender } = render(group(false));
  expect(isOpen()).toBe(false);
  expect(head().textContent).toBe('高さ指定なし');
  rerender(group(false, '1'));
  expect(head().textContent).toBe('高さ80cm以上');
  fireEvent.click(head());
  await waitFor(() => expect(isOpen()).toBe(true));
  expect(head().textContent).toBe('高さ');
});

it('stands open where that helps, until somebody folds it', async () => {
  const { rerender } = render(group(false));
  rerender(group(true));
  expect(isOpen()).toBe(true);
  fireEvent.click(head());
  await waitFor(() => expect(isOpen()).toBe(false));
  rerender(group(true, '0'));
  expect(isOpen()).toBe(false);
});

it('has no such head where it does not fold', () => {
  render(group(undefined));
  expect(screen.queryByRole('button')).toBeNull();
  expect(screen.getAllByRole('radio')).toHaveLength(3);
});
