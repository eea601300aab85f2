import type { ComponentChildren } from 'preact';
import type { Chair, Estate } from '../api/types';
import { prefetch } from '../data/store';
import { useI18n } from '../i18n/context';
import { Picture } from './picture';
import { Rent } from './rent';

interface CardProps {
  kind: 'chair' | 'estate';
  item: { id: number; name: string; thumbnail: string };
  isEager: boolean;
  children: ComponentChildren;
}

/** Pointing at a card asks for the details, so that they are there on the click. */
function Card({ kind, item, isEager, children }: CardProps) {
  const askAhead = () => prefetch(`/api/${kind}/${item.id}`);
  return (
    <li class="card">
      <Picture source={item.thumbnail} alt="" isEager={isEager} />
      <div class="card-body">
        <h3 class="card-name">
          <a
            class="card-link"
            href={`/${kind}/${item.id}`}
            lang="ja"
            onPointerEnter={askAhead}
            onFocus={askAhead}
          >
            {item.name}
          </a>
        </h3>
        {children}
      </div>
    </li>
  );
}

export function ChairCard({ item, isEager = false }: { item: Chair; isEager?: boolean }) {
  const { t, format } = useI18n();
  return (
    <Card kind="chair" item={item} isEager={isEager}>
      <p class="card-price">{format.yen(item.price)}</p>
      <p class="card-fact">
        <span class="visually-hidden">{t.field.size}: </span>
        {format.size(item.width, item.depth, item.height)}
      </p>
      <p class="card-fact" lang="ja">
        {item.kind}・{item.color}
      </p>
    </Card>
  );
}

export function EstateCard({ item, isEager = false }: { item: Estate; isEager?: boolean }) {
  const { t, format } = useI18n();
  return (
    <Card kind="estate" item={item} isEager={isEager}>
      <p class="card-price">
        <Rent yen={item.rent} />
      </p>
      <p class="card-fact">
        {t.field.doorShort} {format.size(item.doorWidth, item.doorHeight)}
      </p>
      <p class="card-fact" lang="ja">
        {item.address}
      </p>
    </Card>
  );
}
