import { rememberAddress } from '../data/address';
import { forgetAll, useKept } from '../data/kept';
import { setMine, useMine } from '../fit/mine';
import { useI18n } from '../i18n/context';
import { useSavedTexts } from '../i18n/saved';
import { compareHref, MAX_COMPARED } from '../lib/compared';
import { KeptCards } from '../ui/kept-cards';
import { PageTitle } from '../ui/page-title';
import { RecentlySeen } from '../ui/recently-seen';

/** What was saved and seen, all that this device keeps, and the way to delete it. */
export default function Saved() {
  const { t } = useI18n();
  const text = useSavedTexts();
  const { saved } = useKept();
  const { door, chair } = useMine();
  const forget = () => {
    forgetAll();
    rememberAddress('');
    setMine({ chair: null, door: null });
    document.querySelector<HTMLElement>('h1')?.focus();
  };
  return (
    <>
      <PageTitle text={t.kept.title} />
      <p>{door ? text.markedByDoor : text.markedByNone}</p>
      {(['chair', 'estate'] as const).map((kind) => (
        <section key={kind} class="shelf">
          <div class="shelf-head">
            <h2>{text.saved[kind]}</h2>
            {kind === 'estate' && chair && <p class="hint">{text.markedByChair}</p>}
          </div>
          {saved[kind].length > 0 ? (
            <>
              <KeptCards kind={kind} ids={saved[kind]} />
              {saved[kind].length > 1 && (
                <a class="more" href={compareHref(kind, saved[kind].slice(0, MAX_COMPARED))}>
                  {t.kept.compare}
                </a>
              )}
            </>
          ) : (
            <p class="notice">{text.none[kind]}</p>
          )}
        </section>
      ))}
      <RecentlySeen />
      <section class="shelf">
        <h2>{text.deviceTitle}</h2>
        <p>{text.device}</p>
        <button type="button" class="button" onClick={forget}>
          {text.forget}
        </button>
      </section>
    </>
  );
}
