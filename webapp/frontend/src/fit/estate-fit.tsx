import type { Estate } from '../api/types';
import { useI18n } from '../i18n/context';
import { useFitTexts } from '../i18n/fit';
import { doorOf } from './fit';
import { FitFigure } from './fit-figure';
import { KeepButton } from './keep-button';
import { useMine } from './mine';
import { MyChairForm } from './my-sizes';

/** A home's door beside one's own chair, which can be typed here. */
export function EstateFit({ estate }: { estate: Estate }) {
  const { t, format } = useI18n();
  const text = useFitTexts();
  const { chair } = useMine();
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
      <div class="fit-actions">
        <KeepButton what="door" of={{ id: estate.id, name: estate.name, ...door }} />
      </div>
    </section>
  );
}
