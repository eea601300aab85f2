import type { Chair, Estate } from '../api/types';
import { useKept } from '../data/kept';
import { useAnswer } from '../data/use-answer';
import { useI18n } from '../i18n/context';
import { useFitTexts } from '../i18n/fit';
import { type Door, doorOf } from './fit';
import { FitBadge } from './fit-badge';
import { FitFigure } from './fit-figure';
import { KeepButton } from './keep-button';
import { useMine } from './mine';
import { MyChairForm } from './my-sizes';

/** A home's door beside one's own chair, which can be typed here. */
export function EstateFit({ estate }: { estate: Estate }) {
  const { t, format } = useI18n();
  const text = useFitTexts();
  const { chair } = useMine();
  const { saved } = useKept();
  const door = doorOf(estate);
  return (
    <section class="fit-section">
      <h2>{text.figureTitle}</h2>
      {chair ? (
        <>
          <p>
            {t.fit.chair} {format.size(chair.width, chair.depth, chair.height)}{' '}
            <a href="/chair/fit">{text.change}</a>
          </p>
          <FitFigure chair={chair} door={door} />
        </>
      ) : (
        <>
          <p>{text.noChair}</p>
          <MyChairForm />
        </>
      )}
      {saved.chair.length > 0 && (
        <>
          <h3>{t.kept.fits}</h3>
          <ul class="saved-fits">
            {saved.chair.map((id) => (
              <SavedChair key={id} id={id} door={door} />
            ))}
          </ul>
        </>
      )}
      <div class="fit-actions">
        <KeepButton what="door" of={{ id: estate.id, name: estate.name, ...door }} />
      </div>
    </section>
  );
}

/** One of the saved chairs, while it is for sale. */
function SavedChair({ id, door }: { id: number; door: Door }) {
  const { data } = useAnswer<Chair>({ path: `/api/chair/${id}` });
  if (!data) return null;
  return (
    <li>
      <a href={`/chair/${id}`} lang="ja">
        {data.name}
      </a>
      <FitBadge chair={data} door={door} />
    </li>
  );
}
