import { deviceStore } from '../lib/device-store';
import type { Door, Sizes } from './fit';

/** Where a measure came from; typed ones have no page. */
export interface Origin {
  id?: number;
  name?: string;
}

/** The chair somebody wants to carry and the door it has to pass. Kept on this device only, and never sent. */
export interface Mine {
  chair: (Sizes & Origin) | null;
  door: (Door & Origin) | null;
}

/** In centimetres; no chair and no door is larger. */
export const MAX_SIZE = 999;

const store = deviceStore('mine', parseMine);

export const useMine = (): Mine => store.use();

/** Null forgets. */
export function setMine(chosen: Partial<Mine>): void {
  store.set({ ...store.get(), ...chosen });
}

export function isSize(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) > 0 && (value as number) <= MAX_SIZE;
}

/** The number somebody typed, with full-width digits perhaps; NaN or 0 for none. */
export function sizeOf(typed: string | number | undefined): number {
  return Number(
    String(typed ?? '')
      .normalize('NFKC')
      .trim(),
  );
}

export function parseMine(text: string | null): Mine {
  try {
    const { chair, door } = JSON.parse(text ?? '{}');
    const hasSizes = (of: Sizes) => isSize(of.width) && isSize(of.height);
    return {
      chair: chair && hasSizes(chair) && isSize(chair.depth) ? chair : null,
      door: door && hasSizes(door) ? door : null,
    };
  } catch {
    return { chair: null, door: null };
  }
}
