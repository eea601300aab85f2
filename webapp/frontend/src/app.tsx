import { LocationProvider, Route, Router } from 'preact-iso/router';
import { type I18n, I18nProvider } from './i18n/context';
import { Home } from './pages/home';
import { NotFound } from './pages/not-found';
import { Layout } from './ui/layout';
import { lazyPage } from './ui/lazy-page';
import { markNavigation } from './ui/page-title';

const ChairSearch = lazyPage(() => import('./pages/chair-search'));
const EstateSearch = lazyPage(() => import('./pages/estate-search'));
const ChairDetail = lazyPage<{ id?: string }>(() => import('./pages/chair-detail'));
const EstateDetail = lazyPage<{ id?: string }>(() => import('./pages/estate-detail'));
const Fit = lazyPage(() => import('./pages/fit'));
const Saved = lazyPage(() => import('./pages/saved'));
const Compare = lazyPage(() => import('./pages/compare'));
const Draw = lazyPage(() => import('./pages/draw'));

/**
 * Fetches the code of the pages that the current one links to; the map stays out, it is the heavy one. Who asked the
 * browser to save data waits for each page instead.
 */
export function preloadPages(): void {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  if (connection?.saveData) return;
  for (const page of [ChairSearch, EstateSearch, ChairDetail, EstateDetail, Fit, Saved]) page.preload();
}

/** Every address of the site, first shown in the language that `loadLanguage` fetched. */
export function App({ english }: { english: I18n['english'] }) {
  return (
    <I18nProvider initial={english}>
      <LocationProvider>
        <Layout>
          <Router onRouteChange={markNavigation}>
            <Route path="/" component={Home} />
            <Route path="/chair/search" component={ChairSearch} />
            <Route path="/chair/fit" component={Fit} />
            <Route path="/chair/saved" component={Saved} />
            <Route path="/chair/compare" component={Compare} />
            <Route path="/estate/compare" component={Compare} />
            <Route path="/chair/:id" component={ChairDetail} />
            <Route path="/estate/search" component={EstateSearch} />
            <Route path="/estate/draw" component={Draw} />
            <Route path="/estate/:id" component={EstateDetail} />
            <Route default component={NotFound} />
          </Router>
        </Layout>
      </LocationProvider>
    </I18nProvider>
  );
}
