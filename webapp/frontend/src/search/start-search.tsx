import { useId, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import type { ChairCondition, ChairPage } from '../api/types';
import { useAnswer } from '../data/use-answer';
import { isSize, setMine, sizeOf, useMine } from '../fit/mine';
import { useI18n } from '../i18n/context';
import { choose, conditionQuery, formatCriteria, NO_CRITERIA } from './criteria';

/** The search that the site starts with: what kind, what it may cost, and the door it has to pass. */
export function StartSearch() {
  const { t, format, word } = useI18n();
  const { route } = useLocation();
  const { door } = useMine();
  const [criteria, setCriteria] = useState(NO_CRITERIA);
  const [typed, setTyped] = useState<{ width?: string; height?: string }>({});
  const condition = useAnswer<ChairCondition>({ path: '/api/chair/search/condition' });
  const query = conditionQuery(criteria);
  const found = useAnswer<ChairPage>(
    query === null ? null : { path: `/api/chair/search?${query}&page=0&perPage=0` },
    true,
  );
  const id = useId();
  const { kind, price } = condition.data ?? {};
  const options = (
    parameter: string,
    label: string,
    choices: [value: string, text: string, lang?: string | undefined][],
  ) => (
    <label>
      {label}
      <select
        value={criteria.choices[parameter] ?? ''}
        onChange={(event) => setCriteria(choose(criteria, parameter, event.currentTarget.value))}
      >
        <option value="">{t.home.any}</option>
        {choices.map(([value, text, lang]) => (
          <option key={value} value={value} lang={lang}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
  const size = (side: 'width' | 'height', label: string) => (
    <label>
      {label}
      <input
        inputMode="numeric"
        autocomplete="off"
        value={typed[side] ?? door?.[side] ?? ''}
        onInput={(event) => setTyped({ ...typed, [side]: event.currentTarget.value })}
        aria-describedby={`${id}-note`}
      />
    </label>
  );
  const onSubmit = (event: Event) => {
    event.preventDefault();
    const [width, height] = [sizeOf(typed.width ?? door?.width), sizeOf(typed.height ?? door?.height)];
    const isTyped = typed.width !== undefined || typed.height !== undefined;
    if (isTyped && isSize(width) && isSize(height)) setMine({ door: { width, height } });
    route(`/chair/search${formatCriteria(criteria)}`);
  };
  const count = found.data?.count;
  return (
    <form class="start-search panel" onSubmit={onSubmit} aria-label={t.home.chairEntry.title}>
      {options(
        'kind',
        t.field.kind,
        (kind?.list ?? []).map((value) => [value, word(value).text, word(value).lang]),
      )}
      {options(
        'priceRangeId',
        t.field.price,
        (price?.ranges ?? []).map((range) => [String(range.id), format.range(range, price as never)]),
      )}
      {size('width', t.home.doorWidth)}
      {size('height', t.home.doorHeight)}
      <button type="submit" class="button button-primary">
        {query === null || count === undefined ? t.home.search : t.home.seeChairs(format.number(count))}
      </button>
      <p class="hint" id={`${id}-note`}>
        {t.home.doorNote}
      </p>
    </form>
  );
}
