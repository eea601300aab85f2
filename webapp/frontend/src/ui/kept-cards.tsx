import type { Chair, Estate } from '../api/types';
import type { Kind } from '../data/kept';
import { useAnswer } from '../data/use-answer';
import { useI18n } from '../i18n/context';
import { ChairCard, EstateCard } from './cards';

/** Cards of chairs or homes known by their numbers, each as it is now; one that has gone says so. */
export function KeptCards({ kind, ids }: { kind: Kind; ids: readonly number[] }) {
  return (
    <ul class="cards cards-shelf">
      {ids.map((id) => (
        <KeptCard key={id} kind={kind} id={id} />
      ))}
    </ul>
  );
}

function KeptCard({ kind, id }: { kind: Kind; id: number }) {
  const { t } = useI18n();
  const { data, error } = useAnswer<unknown>({ path: `/api/${kind}/${id}` });
  if (error) {
    return (
      <li class="card card-gone">
        <a class="card-link" href={`/${kind}/${id}`}>
          {error.kind === 'notFound' ? t.kept.gone[kind] : t.kept.failed}
        </a>
      </li>
    );
  }
  if (!data) return <li class="card card-gone skeleton" />;
  return kind === 'chair' ? <ChairCard item={data as Chair} /> : <EstateCard item={data as Estate} />;
}
