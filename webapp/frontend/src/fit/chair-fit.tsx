import { useState } from 'preact/hooks';
import type { Chair, EstateList } from '../api/types';
import { useAnswer } from '../data/use-answer';
import { useI18n } from '../i18n/context';
import { useFitTexts } from '../i18n/fit';
import { recommendedPath } from '../ui/recommended-homes';
import { doorOf } from './fit';
import { FitFigure } from './fit-figure';
import { KeepButton } from './keep-button';
import { useMine } from './mine';

/** A chair beside one's own door, or that of a home recommended for it. */
export function ChairFit({ chair }: { chair: Chair }) {
  const { format } = useI18n();
  const text = useFitTexts();
  const mine = useMine();
  const homes = useAnswer<EstateList>({ path: recommendedPath(String(chair.id)) });
  const [chosen, choose] = useState<string>();
  const sizeOf = (door: { width: number; height: number }) => format.size(door.width, door.height);
  const doors = (homes.data?.estates ?? []).map((estate) => {
    const door = doorOf(estate);
    return { key: String(estate.id), door, label: text.theirDoor(estate.name, sizeOf(door)) };
  });
  if (mine.door) doors.unshift({ key: 'mine', door: mine.door, label: text.myDoor(sizeOf(mine.door)) });
  const shown = doors.find(({ key }) => key === chosen) ?? doors[0];
  const { id, name, width, depth, height } = chair;
  return (
    <section class="fit-section">
      <h2>{text.figureTitle}</h2>
      {!shown && homes.isLoading && <div class="fit-compare skeleton" />}
      {shown && (
        <div class="fit-compare">
          <label class="fit-against">
            <span>{text.against}</span>
            <select value={shown.key} onChange={(event) => choose(event.currentTarget.value)}>
              {doors.map(({ key, label }) => (
                <option key={key} value={key}>
                  {label}
                </option>
              ))}
            </select>
          </label>
          <FitFigure chair={chair} door={shown.door} />
        </div>
      )}
      <div class="fit-actions">
        <KeepButton what="chair" of={{ id, name, width, depth, height }} />
        {!mine.door && (
          <p class="hint">
            {text.noDoor} <a href="/chair/fit">{text.setDoor}</a>
          </p>
        )}
      </div>
    </section>
  );
}
