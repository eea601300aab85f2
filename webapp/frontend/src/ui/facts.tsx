import type { ComponentChildren } from 'preact';
import { useI18n } from '../i18n/context';

export type Fact = [name: string, value: ComponentChildren, lang?: string | undefined];

export function Facts({ facts }: { facts: Fact[] }) {
  return (
    <dl class="facts">
      {facts.map(([name, value, lang]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd lang={lang}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

interface FeatureTagsProps {
  title: string;
  /** Separated by commas, as the API sends them. */
  features: string;
  empty: string;
  hrefOf: (feature: string) => string;
}

/** A thing's features, each a link to others that have it. */
export function FeatureTags({ title, features, empty, hrefOf }: FeatureTagsProps) {
  const { word } = useI18n();
  const words = features.split(',').filter((word) => word !== '');
  return (
    <section>
      <h2>{title}</h2>
      {words.length === 0 ? (
        <p class="hint">{empty}</p>
      ) : (
        <ul class="tags">
          {words.map((feature) => {
            const { text, lang } = word(feature);
            return (
              <li key={feature}>
                <a class="tag" href={hrefOf(feature)} lang={lang}>
                  {text}
                </a>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
