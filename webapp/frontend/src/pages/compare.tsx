import { useLocation } from 'preact-iso/router';
import type { Chair, Estate } from '../api/types';
import { CompareTable } from '../compare/compare-table';
import { type Kind, useKept } from '../data/kept';
import { useAnswer } from '../data/use-answer';
import { useCompareTexts } from '../i18n/compare';
import { useI18n } from '../i18n/context';
import { compareHref, MAX_COMPARED, parseIds } from '../lib/compared';
import { PageTitle } from '../ui/page-title';

/** Two to four chairs or homes side by side; which ones, the address alone says. */
export default function Compare() {
  const { path, url } = useLocation();
  const text = useCompareTexts();
  const kind: Kind = path.startsWith('/chair/') ? 'chair' : 'estate';
  const ids = parseIds(new URL(url, location.origin).searchParams);
  const { saved, seen } = useKept();
  const others = [...new Set([...saved[kind], ...seen[kind]])].filter((id) => !ids.includes(id));
  return (
    <>
      <PageTitle text={text.title[kind]} />
      {ids.length < 2 && <p class="notice">{ids.length === 0 ? text.none[kind] : text.one}</p>}
      {ids.length > 0 && <CompareTable key={kind} kind={kind} ids={ids} />}
      {ids.length < MAX_COMPARED && others.length > 0 && (
        <section class="shelf">
          <h2>{text.addTitle[kind]}</h2>
          <ul class="compare-picks">
            {others.slice(0, 12).map((id) => (
              <Pick key={id} kind={kind} id={id} href={compareHref(kind, [...ids, id])} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** Adds one; what has gone is not offered. */
function Pick({ kind, id, href }: { kind: Kind; id: number; href: string }) {
  const { t } = useI18n();
  const text = useCompareTexts();
  const { data, error } = useAnswer<Chair | Estate>({ path: `/api/${kind}/${id}` });
  if (error?.kind === 'notFound') return null;
  return (
    <li>
      <a class="button" href={href}>
        <span aria-hidden="true">＋</span>
        {data ? <span lang="ja">{data.name}</span> : t.state.loading}
        <span class="visually-hidden">{text.add}</span>
      </a>
    </li>
  );
}
