import type { EstateList } from '../api/types';
import { useAnswer } from '../data/use-answer';
import { useChairTexts } from '../i18n/chair';
import { Failure } from '../ui/failure';
import { Message } from '../ui/message';
import { RecommendedHomes, recommendedPath } from '../ui/recommended-homes';
import { PageSkeleton } from '../ui/skeleton';

/**
 * A chair that cannot be bought. The API says 404 for both a sold-out chair and one that never was; only the
 * recommendation still knows the sold-out one (it answers 400 for an unknown chair).
 */
export function MissingChair({ id }: { id: string }) {
  const text = useChairTexts();
  const homes = useAnswer<EstateList>({ path: recommendedPath(id) });
  if (homes.isLoading && !homes.data) return <PageSkeleton />;
  if (homes.error && homes.error.kind !== 'refused' && !homes.data) {
    return <Failure error={homes.error} onRetry={homes.retry} isPage />;
  }
  const isSoldOut = homes.data !== undefined;
  return (
    <>
      <Message
        title={isSoldOut ? text.soldOutTitle : text.unknownTitle}
        texts={isSoldOut ? [text.soldOutText, text.soldOutHomes] : [text.unknownText]}
        link={[text.searchAgain, '/chair/search']}
      />
      {isSoldOut && <RecommendedHomes chairId={id} />}
    </>
  );
}
