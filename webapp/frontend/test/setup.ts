import { options } from 'preact';

/**
 * Effects run at once after a render. Preact's own way is a frame, or a timer where none comes, which on a busy machine may end
 * after the test's window has gone, and then fails whatever runs.
 */
(options as { requestAnimationFrame?: (run: () => void) => void }).requestAnimationFrame = queueMicrotask;
