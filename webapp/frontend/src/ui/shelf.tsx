import type { ComponentChildren } from 'preact';
import type { LiveAnswer } from '../data/use-answer';
import { Failure } from './failure';
import { CardSkeletons } from './skeleton';

interface ShelfProps {
  title: string;
  /** Stands beside the title: a link to more, or a note. */
  aside: ComponentChildren;
  answer: LiveAnswer<unknown>;
  /** What is said in place of no cards. */
  empty: string;
  /** How many cards to keep room for. */
  count: number;
  /** No more than one row, however narrow. */
  isRow?: boolean;
  children: ComponentChildren[] | undefined;
}

/** Some rows of cards under a title. */
export function Shelf({ title, aside, answer, empty, count, isRow, children }: ShelfProps) {
  return (
    <section class="shelf">
      <div class="shelf-head">
        <h2>{title}</h2>
        {aside}
      </div>
      {answer.error && !children ? (
        <Failure error={answer.error} onRetry={answer.retry} />
      ) : children?.length === 0 ? (
        <p class="notice">{empty}</p>
      ) : (
        <ul class={isRow ? 'cards cards-shelf cards-row' : 'cards cards-shelf'}>
          {children ?? <CardSkeletons count={count} />}
        </ul>
      )}
    </section>
  );
}
