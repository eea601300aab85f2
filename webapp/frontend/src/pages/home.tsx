import type { ComponentChildren } from 'preact';
import type { ChairList, EstateList } from '../api/types';
import { useKept } from '../data/kept';
import { retryFailed } from '../data/store';
import { useAnswer } from '../data/use-answer';
import { useI18n } from '../i18n/context';
import { useModule } from '../lib/use-module';
import { StartSearch } from '../search/start-search';
import { ChairCard, EstateCard } from '../ui/cards';
import { Doorway } from '../ui/doorway';
import { Failure } from '../ui/failure';
import { ChairIcon, DrawIcon, HomeIcon } from '../ui/icons';
import { PageTitle } from '../ui/page-title';
import { Shelf } from '../ui/shelf';

/** One row, as wide as a window may be; the search pages begin with all that the low-priced lists hold. */
const SHOWN = 5;

export function Home() {
  const { t } = useI18n();
  const chairs = useAnswer<ChairList>({ path: '/api/chair/low_priced' });
  const estates = useAnswer<EstateList>({ path: '/api/estate/low_priced' });
  // One fault that keeps both from coming is told once.
  const isDown = !chairs.data && !estates.data && chairs.error?.kind === estates.error?.kind && chairs.error;
  const { seen } = useKept();
  const hasSeen = seen.chair.length + seen.estate.length > 0;
  const recent = useModule(hasSeen, () => import('../ui/recently-seen'));
  return (
    <>
      <section class="hero">
        <div>
          <PageTitle text={t.home.lead} document={t.home.title} />
          <p>{t.home.text}</p>
        </div>
        <Doorway />
        <StartSearch />
      </section>
      <ul class="entries">
        <Entry href="/chair/search" {...t.home.chairEntry} icon={<ChairIcon />} />
        <Entry href="/estate/search" {...t.home.estateEntry} icon={<HomeIcon />} />
        <Entry href="/estate/draw" {...t.home.drawEntry} icon={<DrawIcon />} />
      </ul>
      {isDown ? (
        <Failure error={isDown} onRetry={retryFailed} />
      ) : (
        <>
          <Shelf
            title={t.home.cheapChairs}
            answer={chairs}
            aside={<a href="/chair/search">{t.home.allChairs}</a>}
            empty={t.home.noChairs}
            count={SHOWN}
            isRow
          >
            {chairs.data?.chairs.slice(0, SHOWN).map((chair) => (
              <ChairCard key={chair.id} item={chair} />
            ))}
          </Shelf>
          <Shelf
            title={t.home.cheapEstates}
            answer={estates}
            aside={<a href="/estate/search">{t.home.allEstates}</a>}
            empty={t.home.noEstates}
            count={SHOWN}
            isRow
          >
            {estates.data?.estates.slice(0, SHOWN).map((estate) => (
              <EstateCard key={estate.id} item={estate} />
            ))}
          </Shelf>
        </>
      )}
      {recent && <recent.RecentlySeen />}
    </>
  );
}

function Entry(props: { href: string; title: string; text: string; icon: ComponentChildren }) {
  return (
    <li>
      <a class="entry" href={props.href}>
        {props.icon}
        <span>
          <strong>{props.title}</strong>
          <span class="entry-text">{props.text}</span>
        </span>
      </a>
    </li>
  );
}
