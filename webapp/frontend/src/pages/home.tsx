import type { ComponentChildren } from 'preact';
import type { ChairList, EstateList } from '../api/types';
import { type LiveAnswer, useAnswer } from '../data/use-answer';
import { useI18n } from '../i18n/context';
import { ChairCard, EstateCard } from '../ui/cards';
import { Doorway } from '../ui/doorway';
import { Failure } from '../ui/failure';
import { ChairIcon, DrawIcon, HomeIcon } from '../ui/icons';
import { PageTitle } from '../ui/page-title';
import { CardSkeletons } from '../ui/skeleton';

/** What the low-priced lists hold. */
const CHEAPEST_COUNT = 20;

export function Home() {
  const { t } = useI18n();
  const chairs = useAnswer<ChairList>({ path: '/api/chair/low_priced' });
  const estates = useAnswer<EstateList>({ path: '/api/estate/low_priced' });
  return (
    <>
      <section class="hero">
        <div>
          <PageTitle text={t.home.lead} document={t.home.title} />
          <p>{t.home.text}</p>
        </div>
        <Doorway />
      </section>
      <ul class="entries">
        <Entry href="/chair/search" {...t.home.chairEntry} icon={<ChairIcon />} />
        <Entry href="/estate/search" {...t.home.estateEntry} icon={<HomeIcon />} />
        <Entry href="/estate/draw" {...t.home.drawEntry} icon={<DrawIcon />} />
      </ul>
      <Shelf
        title={t.home.cheapChairs}
        answer={chairs}
        more={[t.home.allChairs, '/chair/search']}
        empty={t.home.noChairs}
      >
        {chairs.data?.chairs.map((chair) => (
          <ChairCard key={chair.id} item={chair} />
        ))}
      </Shelf>
      <Shelf
        title={t.home.cheapEstates}
        answer={estates}
        more={[t.home.allEstates, '/estate/search']}
        empty={t.home.noEstates}
      >
        {estates.data?.estates.map((estate) => (
          <EstateCard key={estate.id} item={estate} />
        ))}
      </Shelf>
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

interface ShelfProps {
  title: string;
  answer: LiveAnswer<unknown>;
  more: [text: string, href: string];
  empty: string;
  children: ComponentChildren[] | undefined;
}

function Shelf({ title, answer, more, empty, children }: ShelfProps) {
  return (
    <section class="shelf">
      <div class="shelf-head">
        <h2>{title}</h2>
        <a href={more[1]}>{more[0]}</a>
      </div>
      {answer.error && !children ? (
        <Failure error={answer.error} onRetry={answer.retry} />
      ) : children?.length === 0 ? (
        <p class="notice">{empty}</p>
      ) : (
        <ul class="cards cards-shelf">{children ?? <CardSkeletons count={CHEAPEST_COUNT} />}</ul>
      )}
    </section>
  );
}
