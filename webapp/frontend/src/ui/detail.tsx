import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { type Kind, noteSeen } from '../data/kept';
import { useI18n } from '../i18n/context';
import { type Fact, Facts, FeatureTags } from './facts';
import { PageTitle } from './page-title';
import { Picture } from './picture';
import { SaveButton } from './save-button';
import { ShareButton } from './share-button';
import { TrailLinks } from './trail-links';

interface DetailProps {
  kind: Kind;
  item: { id: number; name: string; thumbnail: string; description: string; features: string };
  pictureText: string;
  price: ComponentChildren;
  /** Buying, or requesting documents. */
  action: ComponentChildren;
  /** Leads there, on a phone. */
  actionText: string;
  facts: Fact[];
  /** Whether it passes the door, drawn. */
  fit: ComponentChildren;
  titles: { facts: string; features: string; noFeatures: string };
  featureHref: (feature: string) => string;
  /** Stands under the features. */
  more?: ComponentChildren;
  /** Stands under it all, in full width. */
  children: ComponentChildren;
}

/** A chair's or a home's page: picture, name and price, what it is, what can be done with it. */
export function Detail(props: DetailProps) {
  const { kind, item, titles } = props;
  const { t } = useI18n();
  useEffect(() => noteSeen(kind, item.id), [kind, item.id]);
  return (
    <article class="detail">
      <TrailLinks kind={kind} id={item.id} />
      <Picture class="detail-picture" source={item.thumbnail} alt={props.pictureText} isEager />
      <div class="detail-text">
        <div class="detail-head">
          <PageTitle text={item.name} lang="ja" />
          <p class="detail-price">{props.price}</p>
          <div class="detail-tools">
            <SaveButton kind={kind} id={item.id} />
            <a class="button" href={`/${kind}/compare?ids=${item.id}`}>
              {t.kept.compare}
            </a>
            <ShareButton title={item.name} />
          </div>
        </div>
        <div class="detail-main">
          <p lang="ja">{item.description}</p>
          <h2 class="visually-hidden">{titles.facts}</h2>
          <Facts facts={props.facts} />
          {props.fit}
          <FeatureTags
            title={titles.features}
            features={item.features}
            empty={titles.noFeatures}
            hrefOf={props.featureHref}
          />
          {props.more}
        </div>
      </div>
      <ActionBar price={props.price} text={props.actionText} />
      <div class="detail-action">{props.action}</div>
      {props.children}
      <p class="print-address">{location.href}</p>
    </article>
  );
}

/** On a phone, where the form is far below: the price and the way to it, at the foot of the window until it is there. */
function ActionBar({ price, text }: { price: ComponentChildren; text: string }) {
  const onClick = (event: { currentTarget: HTMLElement }) => {
    const field = event.currentTarget.closest('.detail')?.querySelector<HTMLElement>('.detail-action input');
    field?.focus({ preventScroll: true });
    field?.scrollIntoView({ block: 'center' });
  };
  return (
    <div class="detail-bar">
      <strong>{price}</strong>
      <button type="button" class="button button-primary" onClick={onClick}>
        {text}
      </button>
    </div>
  );
}
