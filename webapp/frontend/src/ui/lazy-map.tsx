import { useEffect, useRef, useState } from 'preact/hooks';
import type { Coordinate } from '../api/types';
import { useI18n } from '../i18n/context';
import { Trouble } from './trouble';

/** A small map whose code is fetched only when it comes near the view, or on paper. */
export function LazyMap({ label, position }: { label: string; position: Coordinate }) {
  const { t, language } = useI18n();
  const container = useRef<HTMLElement>(null);
  const [isNear, setNear] = useState(false);
  const [hasFailed, setFailed] = useState(false);

  useEffect(() => {
    const observer = new IntersectionObserver(
      (seen) => seen.some((entry) => entry.isIntersecting) && setNear(true),
      { rootMargin: '200px' },
    );
    if (container.current) observer.observe(container.current);
    const onPrint = () => setNear(true);
    addEventListener('beforeprint', onPrint);
    return () => {
      observer.disconnect();
      removeEventListener('beforeprint', onPrint);
    };
  }, []);

  useEffect(() => {
    if (!isNear || hasFailed) return;
    let remove: (() => void) | undefined;
    let isLeft = false;
    import('../map/point-map')
      .then(({ showPoint }) => {
        if (!isLeft && container.current) remove = showPoint(container.current, position, language);
      })
      .catch(() => setFailed(true));
    return () => {
      isLeft = true;
      remove?.();
    };
  }, [isNear, hasFailed, language, position.latitude, position.longitude]);

  if (hasFailed) {
    return (
      <Trouble onRetry={() => setFailed(false)}>
        <p>{t.state.mapFailed}</p>
      </Trouble>
    );
  }
  return <section ref={container} class="map map-small" aria-label={label} />;
}
