import type { ListCondition } from '../api/types';
import { useAnswer } from '../data/use-answer';
import { useI18n } from '../i18n/context';
import { useSearchTexts } from '../i18n/search';
import type { Catalog } from './catalog';
import { useChoices } from './choices';
import { type Criteria, choose, conditionQuery, toggleFeature } from './criteria';

interface SuggestionsProps<T, C> {
  catalog: Catalog<T, C>;
  condition: C | undefined;
  criteria: Criteria;
  hrefOf: (criteria: Criteria) => string;
}

/** Where nothing was found: what each condition keeps out, as a search without it and its count. */
export function Suggestions<T, C extends { feature: ListCondition }>(props: SuggestionsProps<T, C>) {
  const { catalog, condition, criteria, hrefOf } = props;
  const { t, word } = useI18n();
  const { search } = useSearchTexts();
  const choicesOf = useChoices<C>();
  const withoutChoice = catalog.fields
    .filter(({ parameter }) => criteria.choices[parameter] !== undefined)
    .map((field) => {
      const value = criteria.choices[field.parameter] ?? '';
      const choice = condition && choicesOf(field, condition).find((offered) => offered.value === value);
      return {
        name: `${t.field[field.label]} ${choice?.text ?? value}`,
        criteria: choose(criteria, field.parameter, ''),
      };
    });
  const withoutFeature = criteria.features.map((feature) => ({
    name: word(feature).text,
    criteria: toggleFeature(criteria, feature),
  }));
  const suggestions = [...withoutChoice, ...withoutFeature];
  // Without its only condition a search is none, and has no count.
  if (suggestions.length < 2) return null;
  return (
    <>
      <p>{search.suggestions}</p>
      <ul class="tags suggestions">
        {suggestions.map(({ name, criteria: wider }) => (
          <Suggestion key={name} api={catalog.name} name={name} criteria={wider} href={hrefOf(wider)} />
        ))}
      </ul>
    </>
  );
}

interface SuggestionProps {
  api: 'chair' | 'estate';
  name: string;
  criteria: Criteria;
  href: string;
}

/** Nothing where that one finds nothing either. */
function Suggestion({ api, name, criteria, href }: SuggestionProps) {
  const { format } = useI18n();
  const { search } = useSearchTexts();
  const path = `/api/${api}/search?${conditionQuery(criteria)}&page=0&perPage=0`;
  const { data } = useAnswer<{ count: number }>({ path });
  if (!data || data.count === 0) return null;
  return (
    <li>
      <a class="tag" href={href}>
        {search.without(name, format.number(data.count))}
      </a>
    </li>
  );
}
