import { useEffect, useState } from 'preact/hooks';

/** Code that comes only once it is needed; null until then, and where it does not arrive: it must be no more than an extra. */
export function useModule<M>(isNeeded: boolean, load: () => Promise<M>): M | null {
  const [loaded, setLoaded] = useState<{ module: M } | null>(null);
  useEffect(() => {
    if (!isNeeded || loaded) return;
    load().then(
      (module) => setLoaded({ module }),
      () => undefined,
    );
  }, [isNeeded]);
  return loaded?.module ?? null;
}
