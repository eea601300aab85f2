import type { EstatePage } from '../api/types';
import type { LiveAnswer } from '../data/use-answer';
import { useI18n } from '../i18n/context';
import { useDrawTexts } from '../i18n/draw';

/** On a phone, where the list lies below the map: how many were found, at the foot of the window until the list is there. */
export function ResultSheet({ answer }: { answer: LiveAnswer<EstatePage> }) {
  const { format } = useI18n();
  const text = useDrawTexts();
  const count = answer.data?.estates.length;
  if (count === undefined) return null;
  return (
    <a class="result-sheet" href="#found-title">
      <strong>{count === 0 ? text.emptyTitle : text.found(format.number(count))}</strong>
      <span>{text.seeList}</span>
    </a>
  );
}
