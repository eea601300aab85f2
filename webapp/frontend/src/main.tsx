import { render } from 'preact';
import './styles/index.css';
import { App, preloadPages } from './app';
import { loadLanguage } from './i18n/context';
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
// Not awaited here: the pages' chunks import from this module.
if (root) loadLanguage().then((english) => render(<App english={english} />, root));
addEventListener('load', () => setTimeout(preloadPages, 1000));
