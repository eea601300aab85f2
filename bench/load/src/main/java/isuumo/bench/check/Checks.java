package isuumo.bench.check;

import isuumo.bench.data.Chair;
import isuumo.bench.data.Estate;
import isuumo.bench.truth.ChairEntry;
import isuumo.bench.truth.Entry;
import isuumo.bench.truth.EstateEntry;
import isuumo.bench.truth.Matching;
import isuumo.bench.truth.Polygon;
import isuumo.bench.wire.Listing;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/** What the contest checks in a list: pure functions, empty when all is well. */
public final class Checks {
    private Checks() {}

    /** Every listed row exists, at the latest when the answer was complete. */
    public static <E extends Entry<?>> Optional<Finding> rowsExist(Listing<E> listing, long answerNanos) {
        if (listing.unknownId() != null) {
            return Optional.of(new Finding("a listed row does not exist", "id " + listing.unknownId()));
        }
        return first(listing.entries(), e -> !e.known(answerNanos), "a listed row does not exist");
    }

    /** Every listed row has the data's values. */
    public static <E extends Entry<?>> Optional<Finding> rowsEqualData(Listing<E> listing) {
        return Optional.ofNullable(listing.altered())
                .map(e -> new Finding("a listed row differs from the data", "id " + e.item().id()));
    }

    /** No listed chair's last piece was confirmed sold before the list was asked for. */
    public static Optional<Finding> inStock(Listing<ChairEntry> listing, long askedNanos) {
        return first(listing.entries(), c -> c.soldOutBefore(askedNanos), "a sold-out chair is listed");
    }

    public static Optional<Finding> byPrice(Listing<ChairEntry> listing) {
        return ascending(listing.entries(), c -> c.item().price(), "not ordered by price");
    }

    public static Optional<Finding> byRent(Listing<EstateEntry> listing) {
        return ascending(listing.entries(), e -> e.item().rent(), "not ordered by rent");
    }

    public static <E extends Entry<?>> Optional<Finding> byPopularity(Listing<E> listing) {
        return ascending(listing.entries(), e -> -e.item().popularity(), "not ordered by popularity");
    }

    public static Optional<Finding> atMost(Listing<?> listing, int limit) {
        int size = listing.entries().size();
        return size <= limit
                ? Optional.empty()
                : Optional.of(new Finding("too many rows", size + " rows, at most " + limit));
    }

    /** The chair fits through every listed estate's door. */
    public static Optional<Finding> passDoors(Chair chair, Listing<EstateEntry> listing) {
        Predicate<Estate> fits = Matching.doorsFor(chair);
        return first(listing.entries(), e -> !fits.test(e.item()),
                "a recommended door is too small for the chair");
    }

    public static Optional<Finding> inBox(Polygon polygon, Listing<EstateEntry> listing) {
        return first(listing.entries(), e -> !polygon.boxHolds(e.item().point()), "an estate outside the bounding box");
    }

    private static <E extends Entry<?>> Optional<Finding> ascending(List<E> entries, ToIntFunction<E> key,
            String what) {
        for (int i = 1; i < entries.size(); i++) {
            E before = entries.get(i - 1);
            E after = entries.get(i);
            if (key.applyAsInt(before) > key.applyAsInt(after)) {
                return Optional.of(new Finding(what, "id " + before.item().id() + " before " + after.item().id()));
            }
        }
        return Optional.empty();
    }

    private static <E extends Entry<?>> Optional<Finding> first(List<E> entries, Predicate<E> bad,
            String what) {
        return entries.stream().filter(bad).findFirst().map(e -> new Finding(what, "id " + e.item().id()));
    }
}
