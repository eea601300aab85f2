package isuumo.segment;

import java.util.List;
import java.util.function.Function;

/**
 * A segment that was built of rows beforehand, outside the lock under which it is known which rows are needed: nearly always
 * these.
 *
 * @param segment null when there are no rows
 */
public record Prepared<R, T extends Item, I>(List<R> rows, Segment<T, I> segment) {

    public static <R, T extends Item, I> Prepared<R, T, I> none() {
        return new Prepared<>(List.of(), null);
    }

    /** This, if it is of those rows. */
    public Prepared<R, T, I> of(List<R> needed, Function<List<R>, Prepared<R, T, I>> otherwise) {
        return rows.equals(needed) ? this : otherwise.apply(needed);
    }
}
