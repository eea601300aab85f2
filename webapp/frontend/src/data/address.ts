import { deviceStore } from '../lib/device-store';
import { emailProblem } from '../lib/email';

/** The e-mail address that somebody wanted this device to remember; '' for none, as at first. */
const store = deviceStore('email', parseAddress);

export const rememberedAddress = (): string => store.get();

/** '' forgets. */
export function rememberAddress(address: string): void {
  if (address !== store.get()) store.set(address);
}

export function parseAddress(text: string | null): string {
  try {
    const address: unknown = JSON.parse(text ?? '""');
    return typeof address === 'string' && emailProblem(address) === null ? address : '';
  } catch {
    return '';
  }
}
