import { type Kind, toggleSaved, useKept } from '../data/kept';
import { useI18n } from '../i18n/context';

/** Saves a chair or a home on this device. */
export function SaveButton({ kind, id }: { kind: Kind; id: number }) {
  const { t } = useI18n();
  const isSaved = useKept().saved[kind].includes(id);
  return (
    <button type="button" class="button" aria-pressed={isSaved} onClick={() => toggleSaved(kind, id)}>
      <span aria-hidden="true">{isSaved ? '♥' : '♡'}</span>
      {t.kept.save}
    </button>
  );
}
