/**
 * Keeps the place on a page whose lists arrive after the browser has looked for it: after a reload, and after "back" to a
 * list that a purchase has made the site forget. Whoever touches the page first decides where it stands.
 */
export function keepScrollPosition(): void {
  addEventListener('scrollend', () => history.replaceState({ scrollY }, ''));
  addEventListener('popstate', restore);
  restore();
}

const TOUCHES = ['wheel', 'touchstart', 'pointerdown', 'keydown', 'popstate'];

function restore(): void {
  const wanted: number | undefined = history.state?.scrollY;
  if (wanted === undefined) return;
  const growth = new ResizeObserver(() => {
    scrollTo(0, wanted);
    if (Math.abs(scrollY - wanted) < 1) stop();
  });
  const stop = () => {
    growth.disconnect();
    for (const touch of TOUCHES) removeEventListener(touch, stop);
  };
  for (const touch of TOUCHES) addEventListener(touch, stop, { passive: true });
  growth.observe(document.body);
}
