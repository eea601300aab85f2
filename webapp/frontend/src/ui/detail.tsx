import type { ComponentChildren } from 'preact';
import { type Fact, Facts, FeatureTags } from './facts';
import { PageTitle } from './page-title';
import { Picture } from './picture';

interface DetailProps {
  item: { name: string; thumbnail: string; description: string; features: string };
  pictureText: string;
  price: ComponentChildren;
  /** Buying, or requesting documents. */
  action: ComponentChildren;
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
  const { item, titles } = props;
  return (
    <article class="detail">
      <Picture class="detail-picture" source={item.thumbnail} alt={props.pictureText} isEager />
      <div class="detail-head">
        <PageTitle text={item.name} lang="ja" />
        <p class="detail-price">{props.price}</p>
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
      <div class="detail-action">{props.action}</div>
      {props.children}
      <p class="print-address">{location.href}</p>
    </article>
  );
}
