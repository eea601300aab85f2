import { useI18n } from '../i18n/context';
import { type Door, fitOf, type Sizes } from './fit';

/** Whether a chair passes a door, and what is left or missing, in a few words. */
export function FitBadge({ chair, door }: { chair: Sizes; door: Door }) {
  const { t, format } = useI18n();
  const { passes, clearance } = fitOf(chair, door);
  const size = format.centimetres(Math.abs(clearance));
  return (
    <span class={passes ? 'fit-badge is-good' : 'fit-badge'}>
      <span aria-hidden="true">{passes ? '✓ ' : '× '}</span>
      {passes ? (clearance === 0 ? t.fit.exact : t.fit.spare(size)) : t.fit.short(size)}
    </span>
  );
}
