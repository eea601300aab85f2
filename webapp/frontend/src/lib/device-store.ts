import { useLayoutEffect, useReducer } from 'preact/hooks';
import { type Preference, readPreference, writePreference } from './preference';

/** Something kept on this device, the same in every tab, and told to whatever shows it. */
export interface DeviceStore<T> {
  get(): T;
  set(value: T): void;
  /** What is kept, up to date while the component is shown. */
  use(): T;
}

/** `parse` takes what another version of the site, or a person, has left in the storage only where it makes sense. */
export function deviceStore<T>(name: Preference, parse: (text: string | null) => T): DeviceStore<T> {
  const listeners = new Set<() => void>();
  const tellAll = () => {
    for (const listener of [...listeners]) listener();
  };
  let value = parse(readPreference(name));
  // Another tab has chosen.
  addEventListener('storage', () => {
    value = parse(readPreference(name));
    tellAll();
  });
  return {
    get: () => value,
    set(chosen) {
      value = chosen;
      writePreference(name, JSON.stringify(value));
      tellAll();
    },
    use() {
      const [, rerender] = useReducer((count: number) => count + 1, 0);
      useLayoutEffect(() => {
        const listener = () => rerender(undefined);
        listeners.add(listener);
        return () => {
          listeners.delete(listener);
        };
      }, []);
      return value;
    },
  };
}
