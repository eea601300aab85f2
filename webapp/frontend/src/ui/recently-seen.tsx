import { useKept } from '../data/kept';
import { useI18n } from '../i18n/context';
import { KeptCards } from './kept-cards';

/** The last chairs and homes whose pages were looked at. */
export function RecentlySeen() {
  const { t } = useI18n();
  const { seen } = useKept();
  return (
    <>
      {(['chair', 'estate'] as const).map(
        (kind) =>
          seen[kind].length > 0 && (
            <section key={kind} class="shelf">
              <div class="shelf-head">
                <h2>{t.kept.seen[kind]}</h2>
                <a href="/chair/saved">{t.kept.title}</a>
              </div>
              <KeptCards kind={kind} ids={seen[kind].slice(0, 5)} />
            </section>
          ),
      )}
    </>
  );
}
