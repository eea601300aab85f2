/**
 * A search as its address holds it, so that back, reload and sharing work. The address uses the API's parameter
 * names, but counts pages from 1 as people do: /chair/search?priceRangeId=1&color=黒&features=革張り&page=2
 */
export interface Criteria {
  /** Chosen value by parameter name; a parameter without a choice is absent. */
  readonly choices: Readonly<Record<string, string>>;
  readonly features: readonly string[];
  /** From 1. */
  readonly page: number;
}

export const PAGE_SIZE = 24;

export const NO_CRITERIA: Criteria = { choices: {}, features: [], page: 1 };

/** Reads what this search knows (`parameters`) and drops the rest. */
export function parseCriteria(query: URLSearchParams, parameters: readonly string[]): Criteria {
  const choices: Record<string, string> = {};
  for (const name of parameters) {
    const value = query.get(name);
    if (value) choices[name] = value;
  }
  const features = (query.get('features') ?? '').split(',').filter((word) => word !== '');
  const page = Number(query.get('page'));
  return {
    choices,
    features: [...new Set(features)],
    page: Number.isSafeInteger(page) && page > 1 ? page : 1,
  };
}

/** The address's query, '' when there is nothing to say; the same search always has the same address. */
export function formatCriteria({ choices, features, page }: Criteria): string {
  const query = new URLSearchParams(conditions({ choices, features, page }));
  if (page > 1) query.set('page', String(page));
  return query.size === 0 ? '' : `?${query}`;
}

/** What the API is asked, without a page; null when no condition is chosen (the API answers 400 then). */
export function conditionQuery(criteria: Criteria): string | null {
  const query = new URLSearchParams(conditions(criteria));
  return query.size === 0 ? null : String(query);
}

/** The API's query for this page of results, or null when no condition is chosen (the API answers 400 then). */
export function apiQuery(criteria: Criteria): string | null {
  const query = new URLSearchParams(conditions(criteria));
  if (query.size === 0) return null;
  query.set('page', String(criteria.page - 1));
  query.set('perPage', String(PAGE_SIZE));
  return `?${query}`;
}

/** Chooses a value, or none for ''; the results start at their first page again. */
export function choose(criteria: Criteria, parameter: string, value: string): Criteria {
  const { [parameter]: _, ...others } = criteria.choices;
  return { ...criteria, choices: value === '' ? others : { ...others, [parameter]: value }, page: 1 };
}

export function toggleFeature(criteria: Criteria, feature: string): Criteria {
  const isChosen = criteria.features.includes(feature);
  const features = isChosen
    ? criteria.features.filter((word) => word !== feature)
    : [...criteria.features, feature];
  return { ...criteria, features, page: 1 };
}

function conditions({ choices, features }: Criteria): [string, string][] {
  const pairs = Object.entries(choices).sort(([a], [b]) => (a < b ? -1 : 1));
  return features.length === 0 ? pairs : [...pairs, ['features', [...features].sort().join(',')]];
}
