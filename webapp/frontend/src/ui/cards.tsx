import type { Chair, Estate } from '../api/types';
import { prefetch } from '../data/store';
import { useI18n } from '../i18n/context';
import { Picture } from './picture';

export const featuresOf = (item: { features: string }): string[] =>
  item.features.split(',').filter((feature) => feature !== '');

/** A card's link asks for the details when somebody points at it, so that they are there on the click. */
const ahead = (path: string) => ({
  onPointerEnter: () => prefetch(path),
  onFocus: () => prefetch(path),
});

export function ChairCard({ item, isEager = false }: { item: Chair; isEager?: boolean }) {
  const { t, format } = useI18n();
  return (
    <li class="card">
      <Picture class="card-picture" source={item.thumbnail} alt="" isEager={isEager} />
      <div class="card-body">
        <h3 class="card-name">
          <a class="card-link" href={`/chair/${item.id}`} lang="ja" {...ahead(`/api/chair/${item.id}`)}>
            {item.name}
          </a>
        </h3>
        <p class="card-price">{format.yen(item.price)}</p>
        <p class="card-fact">
          <span class="visually-hidden">{t.field.size}: </span>
          {format.size(item.width, item.depth, item.height)}
        </p>
        <p class="card-fact" lang="ja">
          {item.kind}・{item.color}
        </p>
      </div>
    </li>
  );
}

export function EstateCard({ item, isEager = false }: { item: Estate; isEager?: boolean }) {
  const { t, format } = useI18n();
  return (
    <li class="card">
      <Picture class="card-picture" source={item.thumbnail} alt="" isEager={isEager} />
      <div class="card-body">
        <h3 class="card-name">
          <a class="card-link" href={`/estate/${item.id}`} lang="ja" {...ahead(`/api/estate/${item.id}`)}>
            {item.name}
          </a>
        </h3>
        <p class="card-price">{format.yen(item.rent)}</p>
        <p class="card-fact">
          {t.field.doorShort} {format.size(item.doorWidth, item.doorHeight)}
        </p>
        <p class="card-fact card-address" lang="ja">
          {item.address}
        </p>
      </div>
    </li>
  );
}
