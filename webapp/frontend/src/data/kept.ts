import { deviceStore } from '../lib/device-store';

export type Kind = 'chair' | 'estate';

/** Numbers of chairs and homes, the latest first. On this device only; what they are is asked anew, so no stock is old. */
export interface Kept {
  saved: Record<Kind, readonly number[]>;
  seen: Record<Kind, readonly number[]>;
}

const MAX_SAVED = 50;
const MAX_SEEN = 10;
const NOTHING: Kept = { saved: { chair: [], estate: [] }, seen: { chair: [], estate: [] } };

const store = deviceStore('kept', parseKept);

export const useKept = (): Kept => store.use();

/** Saves, or takes away what is saved. */
export function toggleSaved(kind: Kind, id: number): void {
  const kept = store.get();
  const others = kept.saved[kind].filter((each) => each !== id);
  const isSaved = others.length < kept.saved[kind].length;
  const saved = isSaved ? others : [id, ...others].slice(0, MAX_SAVED);
  store.set({ ...kept, saved: { ...kept.saved, [kind]: saved } });
}

/** Notes that a page was looked at. */
export function noteSeen(kind: Kind, id: number): void {
  const kept = store.get();
  if (kept.seen[kind][0] === id) return;
  const seen = [id, ...kept.seen[kind].filter((each) => each !== id)].slice(0, MAX_SEEN);
  store.set({ ...kept, seen: { ...kept.seen, [kind]: seen } });
}

export function forgetAll(): void {
  store.set(NOTHING);
}

export function parseKept(text: string | null): Kept {
  const numbers = (list: unknown, most: number) =>
    Array.isArray(list) ? list.filter((id) => Number.isSafeInteger(id)).slice(0, most) : [];
  try {
    const { saved, seen } = JSON.parse(text ?? '{}');
    return {
      saved: { chair: numbers(saved?.chair, MAX_SAVED), estate: numbers(saved?.estate, MAX_SAVED) },
      seen: { chair: numbers(seen?.chair, MAX_SEEN), estate: numbers(seen?.estate, MAX_SEEN) },
    };
  } catch {
    return NOTHING;
  }
}
