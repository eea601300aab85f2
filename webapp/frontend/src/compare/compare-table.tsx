import type { ComponentChildren } from 'preact';
import type { Chair, Estate } from '../api/types';
import type { Kind } from '../data/kept';
import { useAnswer } from '../data/use-answer';
import { useCompareTexts } from '../i18n/compare';
import { useI18n } from '../i18n/context';
import { compareHref, sharedWords } from '../lib/compared';
import { Picture } from '../ui/picture';
import { type Row, useChairRows, useEstateRows } from './rows';

type Item = Chair & Estate;

/** What is compared, each as it is now. One that has gone keeps its column, which says so, and is not judged. */
export function CompareTable({ kind, ids }: { kind: Kind; ids: readonly number[] }) {
  const { t, word } = useI18n();
  const text = useCompareTexts();
  const answers = useFour<Item>(kind, ids);
  const columns = ids.map((id, index) => ({ id, item: answers[index]?.data, error: answers[index]?.error }));
  const items = columns.flatMap(({ item, error }) => (item && !error ? [item] : []));
  const useRows = { chair: useChairRows, estate: useEstateRows }[kind];
  const rows = useRows(items);
  const { shared, own } = sharedWords(items.map(({ features }) => features));
  const words = (list: readonly string[]) =>
    list.length === 0
      ? text.nothing
      : list.map((feature) => (
          <span key={feature} class="compare-word" lang={word(feature).lang}>
            {word(feature).text}
          </span>
        ));
  const cells = (values: readonly ComponentChildren[]) =>
    columns.map(({ id, item, error }) => <td key={id}>{item && !error && values[items.indexOf(item)]}</td>);
  return (
    // A region that scrolls is reached by the keyboard: https://www.w3.org/WAI/WCAG22/Techniques/failures/F54
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above.
    <section class="compare" aria-label={text.title[kind]} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">
              <span class="visually-hidden">{text.item}</span>
            </th>
            {columns.map(({ id, item, error }) => (
              <th key={id} scope="col">
                <a href={`/${kind}/${id}`} lang={item && !error ? 'ja' : undefined}>
                  {error
                    ? error.kind === 'notFound'
                      ? t.kept.gone[kind]
                      : t.kept.failed
                    : (item?.name ?? t.state.loading)}
                </a>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{text.picture}</th>
            {columns.map(({ id, item, error }) => (
              <td key={id}>
                {item && !error && <Picture source={item.thumbnail} alt="" />}
                <a
                  class="compare-remove"
                  href={compareHref(
                    kind,
                    ids.filter((other) => other !== id),
                  )}
                  aria-label={text.remove(item?.name ?? String(id))}
                >
                  {text.removeShort}
                </a>
              </td>
            ))}
          </tr>
          {rows.map((row) => (
            <tr key={row.label}>
              <th scope="row">
                {row.label}
                {items.length > 1 && <Difference row={row} />}
              </th>
              {cells(row.cells)}
            </tr>
          ))}
          {items.length > 1 && (
            <tr>
              <th scope="row">{text.shared}</th>
              <td colSpan={columns.length}>{words(shared)}</td>
            </tr>
          )}
          <tr>
            <th scope="row">{items.length > 1 ? text.own : t.field.feature}</th>
            {cells(items.length > 1 ? own.map(words) : [words(shared)])}
          </tr>
        </tbody>
      </table>
    </section>
  );
}

/** Whether the cells of a row differ, said in words. */
function Difference({ row }: { row: Row }) {
  const text = useCompareTexts();
  return row.differs === null ? null : (
    <span class={row.differs ? 'compare-note is-different' : 'compare-note'}>
      {row.differs ? text.differs : text.same}
    </span>
  );
}

/** The answers for up to four numbers. */
function useFour<T>(kind: Kind, [a, b, c, d]: readonly number[]) {
  const request = (id: number | undefined) => (id === undefined ? null : { path: `/api/${kind}/${id}` });
  return [
    useAnswer<T>(request(a)),
    useAnswer<T>(request(b)),
    useAnswer<T>(request(c)),
    useAnswer<T>(request(d)),
  ];
}
