import { useI18n } from '../i18n/context';
import { useFitTexts } from '../i18n/fit';
import { type Mine, setMine, useMine } from './mine';
import { SizeForm } from './size-form';

/** Types the size of one's own chair. */
export function MyChairForm() {
  const { t } = useI18n();
  const { chair } = useMine();
  const sides = (['width', 'depth', 'height'] as const).map((side) => ({ side, label: t.field[side] }));
  return <SizeForm sides={sides} known={chair} onSet={(sizes) => setMine({ chair: sizes })} />;
}

/** Types the size of one's own door. */
export function MyDoorForm() {
  const { t } = useI18n();
  const { door } = useMine();
  const sides = [
    { side: 'width' as const, label: t.field.width },
    { side: 'height' as const, label: t.field.height },
  ];
  return <SizeForm sides={sides} known={door} onSet={(sizes) => setMine({ door: sizes })} />;
}

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
