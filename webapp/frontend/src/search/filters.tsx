import { useEffect, useRef, useState } from 'preact/hooks';
import type { ListCondition } from '../api/types';
import { useMine } from '../fit/mine';
import { useI18n } from '../i18n/context';
import { useSearchTexts } from '../i18n/search';
import type { Catalog, Field } from './catalog';
import { type Choice, ChoiceGroup } from './choice-group';
import { useChoices } from './choices';
import { type Criteria, choose, NO_CRITERIA, toggleFeature } from './criteria';
import { FeaturePicker } from './feature-picker';
import type { FitModule } from './search-page';

interface FiltersProps<T, C> {
  /** Marks options by what fits; null where nothing is to be marked. */
  fit: FitModule | null;
  catalog: Catalog<T, C>;
  condition: C & { feature: ListCondition };
  criteria: Criteria;
  /** `cause` names what was changed, so that changing it again and again makes one history entry. */
  onChange: (criteria: Criteria, cause: string) => void;
}

/** Every condition of the condition document. */
export function Filters<T, C>({ fit, catalog, condition, criteria, onChange }: FiltersProps<T, C>) {
  const { t } = useI18n();
  const { search } = useSearchTexts();
  const choicesOf = useChoices<C>();
  const mine = useMine();
  const withMark = (field: Field<C>) => (choice: Choice) => {
    if (!fit?.isAboutSize(catalog.name, field.parameter) || choice.value === '') return choice;
    const reach = fit.reachOf(catalog, condition, mine, choose(criteria, field.parameter, choice.value));
    return { ...choice, mark: reach && <fit.ReachMark reach={reach} /> };
  };
  // Few look for a size, but those with a door or a chair of their own. The first range is the price.
  const opens = (field: Field<C>) =>
    field.type === 'range' && field !== catalog.fields[0] ? fit !== null : undefined;
  return (
    <>
      {catalog.fields.map((field) => (
        <ChoiceGroup
          key={field.parameter}
          name={field.parameter}
          legend={t.field[field.label]}
          choices={choicesOf(field, condition).map(withMark(field))}
          chosen={criteria.choices[field.parameter] ?? ''}
          opens={opens(field)}
          onChoose={(value) => onChange(choose(criteria, field.parameter, value), field.parameter)}
        />
      ))}
      <p class="hint">{search.maxExclusive}</p>
      <FeaturePicker
        features={condition.feature.list}
        chosen={criteria.features}
        onToggle={(feature) => onChange(toggleFeature(criteria, feature), 'features')}
      />
    </>
  );
}

interface ChosenProps<T, C> extends Omit<FiltersProps<T, C>, 'condition' | 'fit'> {
  condition: C | undefined;
  /** Takes the focus when no chip is left to take it. */
  onEmpty: () => void;
}

/** The chosen conditions as chips that take themselves away. */
export function ChosenConditions<T, C>({
  catalog,
  condition,
  criteria,
  onChange,
  onEmpty,
}: ChosenProps<T, C>) {
  const { t, word } = useI18n();
  const { search } = useSearchTexts();
  const list = useRef<HTMLUListElement>(null);
  const [cleared, setCleared] = useState<Criteria | null>(null);
  const choicesOf = useChoices<C>();
  const chips = catalog.fields.flatMap((field) => {
    const value = criteria.choices[field.parameter];
    if (value === undefined) return [];
    const choice = condition && choicesOf(field, condition).find((offered) => offered.value === value);
    const remove = () => onChange(choose(criteria, field.parameter, ''), field.parameter);
    return [
      {
        key: field.parameter,
        label: t.field[field.label],
        text: choice?.text ?? value,
        lang: choice?.lang,
        remove,
      },
    ];
  });
  const features = criteria.features.map((feature) => {
    const remove = () => onChange(toggleFeature(criteria, feature), 'features');
    return { key: `feature ${feature}`, label: '', ...word(feature), remove };
  });
  const all = [...chips, ...features];
  const isEmpty = all.length === 0;
  // Whoever chooses anew has no use for it any more.
  useEffect(() => {
    if (!isEmpty) setCleared(null);
  }, [isEmpty]);
  if (isEmpty) {
    const undo = () => {
      if (cleared) onChange(cleared, 'undo');
      onEmpty();
    };
    return (
      cleared && (
        <p class="chosen" role="status">
          {search.cleared}
          <button type="button" class="button-quiet" onClick={undo}>
            {search.undo}
          </button>
        </p>
      )
    );
  }
  const clear = () => {
    setCleared(criteria);
    onChange(NO_CRITERIA, 'clear');
    onEmpty();
  };
  const focusNeighbour = (index: number) => {
    const chips = list.current?.querySelectorAll<HTMLElement>('.chosen-chip');
    const neighbour = chips?.[index + 1] ?? chips?.[index - 1];
    if (neighbour) neighbour.focus();
    else onEmpty();
  };
  return (
    <ul ref={list} class="chosen" aria-label={search.selected}>
      {all.map(({ key, label, text, lang, remove }, index) => (
        <li key={key}>
          <button
            type="button"
            class="chosen-chip"
            aria-label={search.remove(`${label} ${text}`.trim())}
            onClick={() => {
              remove();
              focusNeighbour(index);
            }}
          >
            {label && <span class="chosen-label">{label} </span>}
            <span lang={lang}>{text}</span>
            <span aria-hidden="true"> ×</span>
          </button>
        </li>
      ))}
      <li>
        <button type="button" class="button-quiet" onClick={clear}>
          {search.clearAll}
        </button>
      </li>
    </ul>
  );
}
