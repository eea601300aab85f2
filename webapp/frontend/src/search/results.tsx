import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { ListCondition } from '../api/types';
import { type LiveAnswer, useAnswer } from '../data/use-answer';
import { useI18n } from '../i18n/context';
import { useSearchTexts } from '../i18n/search';
import { noteTrail, takeReturn } from '../lib/trail';
import { useModule } from '../lib/use-module';
import { Failure } from '../ui/failure';
import { Pager } from '../ui/pager';
import { CardSkeletons } from '../ui/skeleton';
import type { Catalog } from './catalog';
import { apiQuery, type Criteria, PAGE_SIZE } from './criteria';
import type { FitModule, SearchPageProps } from './search-page';

export type Found = LiveAnswer<Record<string, unknown>> & {
  /** All matches, not only those of this page; null when nothing is searched. */
  count: number | null;
};

/** Asks for one page of results. Without a condition the API has no search, so these are the most affordable ones. */
export function useResults<T, C>(catalog: Catalog<T, C>, criteria: Criteria): Found {
  const query = apiQuery(criteria);
  const path = query === null ? `/api/${catalog.name}/low_priced` : `/api/${catalog.name}/search${query}`;
  const answer = useAnswer<Record<string, unknown>>({ path }, true);
  return { ...answer, count: typeof answer.data?.count === 'number' ? answer.data.count : null };
}

interface ResultsProps<T, C> extends SearchPageProps<T, C> {
  fit: FitModule | null;
  found: Found;
  condition: C | undefined;
  criteria: Criteria;
  heading: RefObject<HTMLHeadingElement | null>;
  hrefOf: (criteria: Criteria) => string;
}

/** One page of results. */
export function Results<T extends { id: number }, C extends { feature: ListCondition }>(
  props: ResultsProps<T, C>,
) {
  const { fit, catalog, Card, found: answer, criteria, heading, hrefOf } = props;
  const { t, format } = useI18n();
  const text = useSearchTexts();
  const isSearch = apiQuery(criteria) !== null;
  const items = answer.data ? catalog.items(answer.data) : undefined;
  const { count } = answer;
  const first = (criteria.page - 1) * PAGE_SIZE;

  useFocusOnPageChange(criteria.page, heading);
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    if (!items) return;
    const from = takeReturn();
    if (from) list.current?.querySelector<HTMLElement>(`a[href="${from}"]`)?.focus();
  }, [items !== undefined]);
  const noteChoice = (event: Event) => {
    if (!items || !(event.target as Element).closest('.card-link')) return;
    const hrefOfPage = (page: number) => hrefOf({ ...criteria, page });
    noteTrail({
      kind: catalog.name,
      href: hrefOf(criteria),
      ids: items.map(({ id }) => id),
      previousPage: criteria.page > 1 ? hrefOfPage(criteria.page - 1) : null,
      nextPage: count !== null && first + items.length < count ? hrefOfPage(criteria.page + 1) : null,
    });
  };
  const wider = useModule(isSearch && count === 0, () => import('./suggestions'));

  const title = (
    <div class="results-head">
      <h2 id="results-title" ref={heading} tabIndex={-1}>
        {isSearch ? text.search.results : t.home[catalog.name === 'chair' ? 'cheapChairs' : 'cheapEstates']}
      </h2>
      <p class="results-count" role="status">
        {isSearch && count !== null && !answer.error && (
          <strong>{text.search.count(format.number(count))}</strong>
        )}
        {isSearch && items !== undefined && items.length > 0 && !answer.error && (
          <>
            <span>{text.search.shown(format.number(first + 1), format.number(first + items.length))}</span>
            <span>{text.search.sortNote}</span>
          </>
        )}
        {!isSearch && <span>{text.search.startHint}</span>}
      </p>
    </div>
  );
  if (answer.error && answer.error.kind === 'refused') {
    return (
      <>
        {title}
        <Hint
          title={text.search.refusedTitle}
          text={text.search.refusedHint}
          link={[text.search.clearAll, location.pathname]}
          onFollow={() => heading.current?.focus()}
        />
      </>
    );
  }
  if (answer.error && items === undefined) {
    return (
      <>
        {title}
        <Failure error={answer.error} onRetry={answer.retry} />
      </>
    );
  }
  return (
    <>
      {title}
      {fit && (
        <fit.ReachNote
          catalog={catalog}
          condition={props.condition}
          criteria={criteria}
          items={items ?? []}
          count={count}
          hrefOf={hrefOf}
        />
      )}
      {items?.length === 0 ? (
        <Empty hasEarlier={count !== null && count > 0} firstHref={hrefOf({ ...criteria, page: 1 })}>
          {wider && (
            <wider.Suggestions
              catalog={catalog}
              condition={props.condition}
              criteria={criteria}
              hrefOf={hrefOf}
            />
          )}
        </Empty>
      ) : (
        // biome-ignore lint/a11y/useKeyWithClickEvents: links, which a key clicks as well.
        <ul
          ref={list}
          class={answer.isPrevious ? 'cards is-stale' : 'cards'}
          aria-busy={answer.isPrevious}
          onClick={noteChoice}
        >
          {items ? (
            items.map((item, index) => <Card key={item.id} item={item} isEager={index < 4} />)
          ) : (
            <CardSkeletons count={12} />
          )}
        </ul>
      )}
      {count !== null && (
        <Pager
          current={criteria.page}
          last={Math.ceil(count / PAGE_SIZE)}
          hrefOf={(page) => hrefOf({ ...criteria, page })}
        />
      )}
    </>
  );
}

/** Turning a page moves the focus to the results' heading and the view to their start. */
function useFocusOnPageChange(page: number, heading: RefObject<HTMLHeadingElement | null>): void {
  const shown = useRef(page);
  useEffect(() => {
    if (shown.current === page) return;
    shown.current = page;
    // After "back" the browser restores the scroll position itself: see the page a reader left.
    if (wentBackTo !== location.href) {
      heading.current?.focus({ preventScroll: true });
      heading.current?.scrollIntoView();
    }
    wentBackTo = '';
  }, [page]);
}

let wentBackTo = '';
addEventListener('popstate', () => {
  wentBackTo = location.href;
});

interface EmptyProps {
  hasEarlier: boolean;
  firstHref: string;
  /** Ways on where there is nothing at all. */
  children: ComponentChildren;
}

function Empty({ hasEarlier, firstHref, children }: EmptyProps) {
  const text = useSearchTexts();
  return hasEarlier ? (
    <Hint
      title={text.search.emptyPageTitle}
      text={text.search.emptyPageHint}
      link={[text.search.firstPage, firstHref]}
    />
  ) : (
    <Hint title={text.search.emptyTitle} text={text.search.emptyHint}>
      {children}
    </Hint>
  );
}

interface HintProps {
  title: string;
  text: string;
  link?: [text: string, href: string];
  /** Takes the focus of the link, which goes. */
  onFollow?: () => void;
  children?: ComponentChildren;
}

function Hint({ title, text, link, onFollow, children }: HintProps) {
  return (
    <div class="notice">
      <p class="notice-title">{title}</p>
      <p>{text}</p>
      {link && (
        <a class="button" href={link[1]} onClick={onFollow}>
          {link[0]}
        </a>
      )}
      {children}
    </div>
  );
}
