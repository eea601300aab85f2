import { useFitTexts } from '../i18n/fit';
import { type Mine, setMine, useMine } from './mine';

/** Makes the chair or the door of a page one's own, or forgets it again. */
export function KeepButton<What extends keyof Mine>({
  what,
  of,
}: {
  what: What;
  of: NonNullable<Mine[What]>;
}) {
  const text = useFitTexts();
  const kept = useMine()[what];
  const isKept = of.id !== undefined && kept?.id === of.id;
  return (
    <button
      type="button"
      class="button"
      aria-pressed={isKept}
      onClick={() => setMine({ [what]: isKept ? null : of })}
    >
      <span aria-hidden="true">{isKept ? '✓ ' : ''}</span>
      {what === 'chair' ? text.keepChair : text.keepDoor}
    </button>
  );
}
