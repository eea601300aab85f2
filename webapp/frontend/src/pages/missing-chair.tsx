import type { EstateList } from '../api/types';
import { useAnswer } from '../data/use-answer';
import { useI18n } from '../i18n/context';
import { PageTitle } from '../ui/page-title';
import { RecommendedHomes, recommendedPath } from '../ui/recommended-homes';
import { PageSkeleton } from '../ui/skeleton';

/**
 * A chair that cannot be bought. The API says 404 for both a sold-out chair and one that never was; only the
 * recommendation still knows the sold-out one (it answers 400 for an unknown chair).
 */
export function MissingChair({ id }: { id: string }) {
  const { t } = useI18n();
  const homes = useAnswer<EstateList>({ path: recommendedPath(id) });
  if (homes.isLoading && !homes.data) return <PageSkeleton />;
  const isSoldOut = homes.data !== undefined;
  return (
    <>
      <div class="message">
        <PageTitle text={isSoldOut ? t.chair.soldOutTitle : t.chair.unknownTitle} />
        <p>{isSoldOut ? t.chair.soldOutText : t.chair.unknownText}</p>
        {isSoldOut && <p>{t.chair.soldOutHomes}</p>}
        <a class="button button-primary" href="/chair/search">
          {t.chair.searchAgain}
        </a>
      </div>
      {isSoldOut && <RecommendedHomes chairId={id} />}
    </>
  );
}
