import type { ComponentType } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import type { ListCondition } from '../api/types';
import { useAnswer } from '../data/use-answer';
import { useMine } from '../fit/mine';
import { useI18n } from '../i18n/context';
import { useSearchTexts } from '../i18n/search';
import { useModule } from '../lib/use-module';
import { Failure } from '../ui/failure';
import { PageTitle } from '../ui/page-title';
import { PageSkeleton } from '../ui/skeleton';
import type { Catalog } from './catalog';
import { type Criteria, formatCriteria, parseCriteria } from './criteria';
import { ChosenConditions, Filters } from './filters';
import { Results, useResults } from './results';

/** What judges results by my chair or my door, which few have set. */
export type FitModule = typeof import('./reach-note');
const loadFit = (): Promise<FitModule> => import('./reach-note');

export interface SearchPageProps<T, C> {
  catalog: Catalog<T, C>;
  title: string;
  Card: ComponentType<{ item: T; isEager?: boolean }>;
}

/** Conditions beside (on a phone: above) the results; each choice searches at once and is in the address. */
export function SearchPage<T extends { id: number }, C extends { feature: ListCondition }>(
  props: SearchPageProps<T, C>,
) {
  const { catalog, title } = props;
  const { format } = useI18n();
  const text = useSearchTexts();
  const { path, url, route } = useLocation();
  const [isOpen, setOpen] = useState(false);
  const lastCause = useRef('');
  const resultsHeading = useRef<HTMLHeadingElement>(null);
  const condition = useAnswer<C>({ path: `/api/${catalog.name}/search/condition` });
  const parameters = catalog.fields.map((field) => field.parameter);
  const criteria = parseCriteria(new URL(url, location.origin).searchParams, parameters);

  const chosenCount = Object.keys(criteria.choices).length + criteria.features.length;
  const found = useResults(catalog, criteria);
  const mine = useMine();
  const pairs = catalog.name === 'chair' ? mine.door : mine.chair;
  const fit = useModule(pairs !== null, loadFit);

  const hrefOf = (wanted: Criteria) => path + formatCriteria(wanted);
  const onChange = (wanted: Criteria, cause: string) => {
    route(hrefOf(wanted), cause === lastCause.current);
    lastCause.current = cause;
  };
  // Going to another page of results and going back both end a run of changes to one condition.
  useEffect(() => {
    const forget = () => {
      lastCause.current = '';
    };
    addEventListener('popstate', forget);
    return () => removeEventListener('popstate', forget);
  }, []);
  useEffect(() => {
    lastCause.current = criteria.page > 1 ? '' : lastCause.current;
  }, [criteria.page]);

  const showResults = () => {
    setOpen(false);
    requestAnimationFrame(() => {
      resultsHeading.current?.focus();
      resultsHeading.current?.scrollIntoView();
    });
  };

  // One fault that keeps both from coming is told once.
  const isDown = !condition.data && !found.data && condition.error?.kind === found.error?.kind && found.error;
  const retryBoth = () => {
    condition.retry();
    found.retry();
  };
  if (isDown) {
    return (
      <div class="search">
        <PageTitle text={title} />
        <Failure error={isDown} onRetry={retryBoth} />
      </div>
    );
  }
  return (
    <div class="search">
      <PageTitle text={title} />
      <a class="skip-link" href="#results-title">
        {text.skipToResults}
      </a>
      <button
        type="button"
        class="button filters-toggle"
        aria-expanded={isOpen}
        aria-controls="filters"
        onClick={() => setOpen(!isOpen)}
      >
        {isOpen ? text.search.closeFilters : text.search.openFilters}
        {chosenCount > 0 && <span class="count">{format.number(chosenCount)}</span>}
      </button>
      <section
        id="filters"
        class={isOpen ? 'filters panel is-open' : 'filters panel'}
        aria-label={text.search.conditions}
      >
        {condition.data ? (
          <Filters
            fit={fit}
            catalog={catalog}
            condition={condition.data}
            criteria={criteria}
            onChange={onChange}
          />
        ) : condition.error ? (
          <Failure error={condition.error} onRetry={condition.retry} />
        ) : (
          <PageSkeleton />
        )}
        <button type="button" class="button button-primary filters-show" onClick={showResults}>
          {found.count === null ? text.search.results : text.search.showResults(format.number(found.count))}
        </button>
      </section>
      <section class="results" aria-labelledby="results-title">
        <ChosenConditions
          catalog={catalog}
          condition={condition.data}
          criteria={criteria}
          onChange={onChange}
          onEmpty={() => resultsHeading.current?.focus()}
        />
        <Results
          {...props}
          fit={fit}
          found={found}
          condition={condition.data}
          criteria={criteria}
          heading={resultsHeading}
          hrefOf={hrefOf}
        />
      </section>
    </div>
  );
}
