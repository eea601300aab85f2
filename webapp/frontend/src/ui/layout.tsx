import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { retryFailed } from '../data/store';
import { FitBadge } from '../fit/fit-badge';
import { useMine } from '../fit/mine';
import { useI18n } from '../i18n/context';
import { initialTheme, setTheme } from '../lib/theme';
import { Heart, Logo, Moon, Sun } from './icons';

export function Layout({ children }: { children: ComponentChildren }) {
  const { t } = useI18n();
  return (
    <>
      <a class="skip-link" href="#content">
        {t.skipToContent}
      </a>
      <OfflineBanner />
      <Header />
      <main id="content" tabIndex={-1}>
        {children}
      </main>
      <footer class="footer">
        <p>{t.footer}</p>
      </footer>
    </>
  );
}

function Header() {
  const { t, language, setLanguage } = useI18n();
  const { path } = useLocation();
  const links = [
    ['/chair/search', t.nav.chairs],
    ['/estate/search', t.nav.estates],
    ['/estate/draw', t.nav.draw],
    ['/chair/fit', t.nav.fit],
  ] as const;
  const other = language === 'ja' ? 'en' : 'ja';
  return (
    <header class="header">
      <a class="brand" href="/" aria-current={path === '/' ? 'page' : undefined}>
        <Logo />
        <span>{t.siteName}</span>
      </a>
      <nav class="main-nav" aria-label={t.nav.label}>
        {links.map(([href, text]) => (
          <a key={href} href={href} aria-current={path === href ? 'page' : undefined}>
            {text}
          </a>
        ))}
      </nav>
      <div class="preferences">
        <a
          class="button-quiet"
          href="/chair/saved"
          aria-label={t.kept.title}
          title={t.kept.title}
          aria-current={path === '/chair/saved' ? 'page' : undefined}
        >
          <Heart />
        </a>
        <button
          type="button"
          class="button-quiet"
          lang={other}
          aria-label={t.language.label}
          onClick={() => setLanguage(other)}
        >
          {t.language.switchTo}
        </button>
        <ThemeButton />
      </div>
      <MySizes />
    </header>
  );
}

/** My chair and my door, where one is set, and whether they go together. */
function MySizes() {
  const { t, format } = useI18n();
  const { chair, door } = useMine();
  if (!chair && !door) return null;
  return (
    <a class="my-sizes" href="/chair/fit">
      {chair && (
        <span>
          {t.fit.chair} <b>{format.size(chair.width, chair.depth, chair.height)}</b>
        </span>
      )}
      {door && (
        <span>
          {t.fit.door} <b>{format.size(door.width, door.height)}</b>
        </span>
      )}
      {chair && door && <FitBadge chair={chair} door={door} />}
    </a>
  );
}

function ThemeButton() {
  const { t } = useI18n();
  const [theme, choose] = useState(initialTheme);
  const next = theme === 'dark' ? 'light' : 'dark';
  const label = next === 'dark' ? t.theme.toDark : t.theme.toLight;
  const onClick = () => {
    setTheme(next);
    choose(next);
  };
  return (
    <button type="button" class="button-quiet" aria-label={label} title={label} onClick={onClick}>
      {next === 'dark' ? <Moon /> : <Sun />}
    </button>
  );
}

/** Tells when the connection goes, and asks again for what failed when it is back. */
function OfflineBanner() {
  const { t } = useI18n();
  const [isOnline, setOnline] = useState(navigator.onLine);
  // Not after the paint: the connection may go or come between the two.
  useLayoutEffect(() => {
    const onOnline = () => {
      setOnline(true);
      retryFailed();
    };
    const onOffline = () => setOnline(false);
    addEventListener('online', onOnline);
    addEventListener('offline', onOffline);
    return () => {
      removeEventListener('online', onOnline);
      removeEventListener('offline', onOffline);
    };
  }, []);
  return <div role="status">{!isOnline && <p class="offline-banner">{t.offlineBanner}</p>}</div>;
}
