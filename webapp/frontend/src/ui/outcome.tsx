import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

interface OutcomeProps {
  isGood?: boolean;
  title: string;
  children: ComponentChildren;
}

/** Says what became of a request. It takes the focus of the form in whose place it stands, so that nobody misses it. */
export function Outcome({ isGood = false, title, children }: OutcomeProps) {
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) panel.current?.focus();
  }, []);
  return (
    <div
      class={isGood ? 'panel outcome is-good' : 'panel outcome'}
      role={isGood ? 'status' : 'alert'}
      tabIndex={-1}
      ref={panel}
    >
      <h2>{title}</h2>
      {children}
    </div>
  );
}
