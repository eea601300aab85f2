// @vitest-environment happy-dom
import { cleanup, configure, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ShareButton } from '../src/ui/share-button';

configure({ asyncUtilTimeout: 60_000 }); // however busy the machine is

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const press = (browser: object) => {
  vi.stubGlobal('navigator', { ...browser });
  render(<ShareButton title="ある椅子" />);
  fireEvent.click(screen.getByRole('button'));
};
const told = () => screen.getByRole('status').textContent;

describe('sharing', () => {
  it('hands the address to the browser’s own sheet, and says nothing more', async () => {
    const share = vi.fn().mockResolvedValue(undefined);
    press({ share });
    expect(share).toHaveBeenCalledExactlyOnceWith({ title: 'ある椅子', url: location.href });
    await share.mock.results[0]?.value;
    expect(told()).toBe('');
  });

  it('says nothing when somebody closes the sheet', async () => {
    const share = vi.fn().mockRejectedValue(new DOMException('closed', 'AbortError'));
    press({ share });
    await share.mock.results[0]?.value.catch(() => undefined);
    await Promise.resolve();
    expect(told()).toBe('');
  });

  it('copies the address where there is no sheet, and says so', async () => {
    const writeText = vi.fn().mockResolvedValue(undefined);
    press({ clipboard: { writeText } });
    await screen.findByText('URLをコピーしました。');
    expect(writeText).toHaveBeenCalledExactlyOnceWith(location.href);
  });

  it.each([[{}], [{ clipboard: { writeText: () => Promise.reject(new Error('not allowed')) } }]])(
    'says when neither works',
    async (browser) => {
      press(browser);
      await screen.findByText(/コピーできませんでした/);
    },
  );
});
