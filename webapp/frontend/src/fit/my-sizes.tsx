import { useI18n } from '../i18n/context';
import { setMine, useMine } from './mine';
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
