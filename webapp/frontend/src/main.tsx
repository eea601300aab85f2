import { render } from 'preact';
import './styles/index.css';
import { App, preloadPages } from './app';
import { keepScrollPosition } from './lib/scroll';
import { showChosenTheme } from './lib/theme';

showChosenTheme();
keepScrollPosition();
// The router decodes the path and would throw on one such as /chair/%zz: such a page does not exist.
try {
  decodeURIComponent(location.pathname);
} catch {
  history.replaceState(null, '', '/not-found');
}
const root = document.getElementById('app');
if (root) render(<App />, root);
addEventListener('load', () => setTimeout(preloadPages, 1000));
