import { FitFigure } from '../fit/fit-figure';
import { setMine, useMine } from '../fit/mine';
import { MyChairForm, MyDoorForm } from '../fit/my-sizes';
import { useI18n } from '../i18n/context';
import { useFitPageTexts } from '../i18n/fit-page';
import { PageTitle } from '../ui/page-title';

/** My chair and my door: typed, looked at side by side, and forgotten. */
export default function FitPage() {
  const { t } = useI18n();
  const text = useFitPageTexts();
  const { chair, door } = useMine();
  return (
    <div class="fit-page">
      <div class="fit-lead">
        <PageTitle text={text.title} />
        <p>{text.lead}</p>
      </div>
      <section class="panel">
        <h2>{t.fit.chair}</h2>
        <Origin of={chair} path="chair" hint={text.chooseChair} search="/chair/search" />
        <MyChairForm />
        {chair && <Forget what={t.fit.chair} onForget={() => setMine({ chair: null })} />}
      </section>
      <section class="panel">
        <h2>{t.fit.door}</h2>
        <Origin of={door} path="estate" hint={text.chooseDoor} search="/estate/search" />
        <p class="hint">{text.doorHint}</p>
        <MyDoorForm />
        {door && <Forget what={t.fit.door} onForget={() => setMine({ door: null })} />}
      </section>
      <section class="fit-result" aria-labelledby="fit-result">
        <h2 id="fit-result">{text.result}</h2>
        <div role="status">
          {chair && door ? <FitFigure chair={chair} door={door} /> : <p>{text.both}</p>}
        </div>
        <ul class="fit-ways">
          {door && (
            <li>
              <a class="button button-primary" href="/chair/search">
                {text.findChairs}
              </a>
            </li>
          )}
          {chair && (
            <li>
              <a class="button button-primary" href="/estate/search">
                {text.findHomes}
              </a>
            </li>
          )}
        </ul>
        <p class="hint">{text.device}</p>
      </section>
    </div>
  );
}

interface OriginProps {
  of: { id?: number; name?: string } | null;
  path: 'chair' | 'estate';
  hint: string;
  search: string;
}

/** Which page's it is, or where one can be chosen. */
function Origin({ of, path, hint, search }: OriginProps) {
  return of?.id !== undefined ? (
    <p>
      <a href={`/${path}/${of.id}`} lang="ja">
        {of.name}
      </a>
    </p>
  ) : (
    <p class="hint">
      <a href={search}>{hint}</a>
    </p>
  );
}

function Forget({ what, onForget }: { what: string; onForget: () => void }) {
  const text = useFitPageTexts();
  const onClick = (event: { currentTarget: HTMLElement }) => {
    // The button goes with what it forgets.
    event.currentTarget.closest('section')?.querySelector('input')?.focus();
    onForget();
  };
  return (
    <button type="button" class="button-quiet" onClick={onClick}>
      {text.forget(what)}
    </button>
  );
}
