import type { ComponentChildren } from 'preact';
import type { Chair, Estate } from '../api/types';
import { prefetch } from '../data/store';
import { doorOf, type Sizes } from '../fit/fit';
import { FitBadge } from '../fit/fit-badge';
import { useMine } from '../fit/mine';
import { useI18n } from '../i18n/context';
import { Picture } from './picture';
import { Rent } from './rent';

interface CardProps {
  kind: 'chair' | 'estate';
  item: { id: number; name: string; thumbnail: string };
  isEager: boolean;
  /** Whether it fits, where that is known. */
  badge: ComponentChildren;
  children: ComponentChildren;
}

/** Pointing at a card asks for the details, so that they are there on the click. */
function Card({ kind, item, isEager, badge, children }: CardProps) {
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
      {badge}
    </li>
  );
}

export function ChairCard({ item, isEager = false }: { item: Chair; isEager?: boolean }) {
  const { t, format, word } = useI18n();
  const { door } = useMine();
  const [kind, color] = [word(item.kind), word(item.color)];
  const isKnown = !kind.lang && !color.lang;
  const badge = door && <FitBadge chair={item} door={door} />;
  return (
    <Card kind="chair" item={item} isEager={isEager} badge={badge}>
      <p class="card-price">{format.yen(item.price)}</p>
      <p class="card-fact">
        <span class="visually-hidden">{t.field.size}: </span>
        {format.size(item.width, item.depth, item.height)}
      </p>
      <p class="card-fact" lang={isKnown ? undefined : 'ja'}>
        {isKnown ? `${kind.text} · ${color.text}` : `${item.kind}・${item.color}`}
      </p>
    </Card>
  );
}

interface EstateCardProps {
  item: Estate;
  isEager?: boolean;
  /** The chair that is to pass its door, if not one's own. */
  chair?: Sizes | undefined;
}

export function EstateCard({ item, isEager = false, chair }: EstateCardProps) {
  const { t, format } = useI18n();
  const mine = useMine();
  const carried = chair ?? mine.chair;
  const badge = carried && <FitBadge chair={carried} door={doorOf(item)} />;
  return (
    <Card kind="estate" item={item} isEager={isEager} badge={badge}>
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
