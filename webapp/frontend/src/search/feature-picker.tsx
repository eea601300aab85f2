import { useId, useState } from 'preact/hooks';
import { useI18n } from '../i18n/context';

interface FeaturePickerProps {
  features: readonly string[];
  chosen: readonly string[];
  onToggle: (feature: string) => void;
}

/** Any of many: a filter box above a list of check boxes. Chosen ones stay in the list whatever the filter says. */
export function FeaturePicker({ features, chosen, onToggle }: FeaturePickerProps) {
  const { t, format } = useI18n();
  const [filter, setFilter] = useState('');
  const id = useId();
  const word = filter.normalize('NFKC').trim().toLowerCase();
  const isShown = (feature: string) =>
    chosen.includes(feature) || feature.normalize('NFKC').toLowerCase().includes(word);
  const hasMatch = features.some((feature) => feature.normalize('NFKC').toLowerCase().includes(word));
  return (
    <fieldset class="choices">
      <legend>
        {t.field.feature}
        {chosen.length > 0 && (
          <span class="legend-note">{t.search.featureCount(format.number(chosen.length))}</span>
        )}
      </legend>
      <label class="visually-hidden" for={id}>
        {t.search.featureFilter}
      </label>
      <input
        id={id}
        type="search"
        autocomplete="off"
        placeholder={t.search.featureFilter}
        value={filter}
        onInput={(event) => setFilter(event.currentTarget.value)}
      />
      <div class="feature-list">
        {features.filter(isShown).map((feature) => (
          <label key={feature} class="feature" lang="ja">
            <input type="checkbox" checked={chosen.includes(feature)} onChange={() => onToggle(feature)} />
            {feature}
          </label>
        ))}
      </div>
      <p class="hint" role="status">
        {hasMatch ? '' : t.search.featureNoMatch}
      </p>
    </fieldset>
  );
}
