/**
 * Lets one finger that moves up or down over a map scroll the page: Leaflet would move the map and keep the browser from
 * scrolling. What a finger means is decided by its first movement. The style sheet allows the browser the same direction
 * only (touch-action). Returns a function that stops.
 */
export function letSwipesPass(container: HTMLElement, isOff: () => boolean): () => void {
  let start: Touch | null = null;
  let isSwipe: boolean | null = null;
  const onStart = (event: TouchEvent) => {
    const [finger, second] = event.touches;
    start = second || isOff() ? null : (finger ?? null);
    isSwipe = null;
  };
  const onMove = (event: TouchEvent) => {
    const finger = event.touches[0];
    if (!start || !finger) return;
    isSwipe ??= Math.abs(finger.clientY - start.clientY) > Math.abs(finger.clientX - start.clientX);
    // Leaflet listens on the document, so this comes before it. What cannot be cancelled scrolls already.
    if (isSwipe || !event.cancelable) event.stopPropagation();
  };
  const stop = new AbortController();
  const early = { signal: stop.signal, capture: true, passive: true };
  container.addEventListener('touchstart', onStart, early);
  window.addEventListener('touchmove', onMove, early);
  return () => stop.abort();
}
