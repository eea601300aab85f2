import type { Chair, Estate } from '../api/types';
import { doorOf, fitOf } from '../fit/fit';
import { type Mine, useMine } from '../fit/mine';
import type { Reach } from '../fit/reach';
import { useI18n } from '../i18n/context';
import { useReachTexts } from '../i18n/reach';
import type { Catalog } from './catalog';
import { useChoices } from './choices';
import { type Criteria, PAGE_SIZE } from './criteria';
import { reachOf, sureSearches } from './search-reach';

export { isAboutSize, reachOf } from './search-reach';

/** Beside an option whose every result fits, or none. */
export function ReachMark({ reach }: { reach: Reach }) {
  const text = useReachTexts();
  if (reach === 'some') return null;
  return (
    <span class={`reach is-${reach}`}>
      <span aria-hidden="true">{reach === 'all' ? '✓' : '×'}</span>
      <span class="visually-hidden">({reach === 'all' ? text.optionAll : text.optionNone})</span>
    </span>
  );
}

interface ReachNoteProps<T, C> {
  catalog: Catalog<T, C>;
  condition: C | undefined;
  criteria: Criteria;
  items: readonly T[];
  /** All matches, not only those of this page; null when nothing is searched. */
  count: number | null;
  hrefOf: (criteria: Criteria) => string;
}

/** How many of the results fit one's own chair or door, as far as this page can know, and searches that surely fit. */
export function ReachNote<T, C>(props: ReachNoteProps<T, C>) {
  const { catalog, condition, criteria, items, count } = props;
  const { format } = useI18n();
  const text = useReachTexts();
  const mine = useMine();
  const reach = condition && reachOf(catalog, condition, mine, criteria);
  if (!condition || !reach || items.length === 0) return null;
  if (reach !== 'some') return <p class="reach-note">{text.reach[catalog.name][reach]}</p>;
  const fitting = items.filter((item) => fits(item as unknown as Chair | Estate, mine)).length;
  const say = count !== null && count > PAGE_SIZE ? text.onPage : text.onlyPage;
  return (
    <div class="reach-note">
      <p>{say[catalog.name](format.number(fitting), format.number(items.length))}</p>
      <SureSearches {...props} condition={condition} mine={mine} />
    </div>
  );
}

function SureSearches<T, C>(props: ReachNoteProps<T, C> & { condition: C; mine: Mine }) {
  const { catalog, condition, criteria, mine, hrefOf } = props;
  const { t } = useI18n();
  const text = useReachTexts();
  const choicesOf = useChoices<C>();
  const searches = sureSearches(catalog, condition, mine, criteria);
  if (searches.length === 0) return null;
  const nameOf = ({ choices }: Criteria) =>
    catalog.fields
      .filter(({ parameter }) => choices[parameter] !== criteria.choices[parameter])
      .map((field) => {
        const chosen = choicesOf(field, condition).find(({ value }) => value === choices[field.parameter]);
        return `${t.field[field.label]} ${chosen?.text}`;
      })
      .join(' · ');
  return (
    <details>
      <summary>{text.narrow}</summary>
      <ul class="tags">
        {searches.map((search) => (
          <li key={hrefOf(search)}>
            <a class="tag" href={hrefOf(search)}>
              {nameOf(search)}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}

function fits(item: Chair | Estate, { chair, door }: Mine): boolean {
  if ('doorWidth' in item) return chair !== null && fitOf(chair, doorOf(item)).passes;
  return door !== null && fitOf(item, door).passes;
}
