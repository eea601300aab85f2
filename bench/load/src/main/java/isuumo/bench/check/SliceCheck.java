package isuumo.bench.check;

import isuumo.bench.truth.Entry;
import isuumo.bench.wire.Listing;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The strict check: a list must be exactly the wanted slice of all matching rows in their order. While others buy and
 * upload, some rows are uncertain (a purchase or upload was under way), so the truth is a range: rows that must be
 * listed, and rows that may. Everything a correct server can answer passes, and with no uncertain row only the one
 * right answer does.
 *
 * <p>Cost: a pass over all rows (over as many as it takes where nothing counts them all): milliseconds for
 * 40,000, which is why it is no part of a scored run.
 *
 * @param rows  all rows in the list's order, uncertain ones included
 * @param may   whether a row may be listed
 * @param must  whether a row has to be listed; implies {@code may}
 * @param count what the answer's {@code count} counts
 */
public record SliceCheck<E extends Entry<?>>(List<E> rows, Predicate<E> may, Predicate<E> must, Count count) {

    /** What the answer's {@code count} counts. */
    public enum Count {
        ALL_MATCHES, LISTED, ABSENT
    }

    /** How many rows must be and may be before a row, and whether it must be listed itself (asked only once). */
    private record Before(int must, int may, boolean isMust) {}

    public Optional<Finding> check(Listing<E> listing, int page, int perPage) {
        Map<E, Before> places = new HashMap<>();
        Set<E> listed = new HashSet<>(listing.entries());
        int musts = 0;
        int mays = 0;
        long enough = (page + 1L) * perPage;
        for (E row : rows) {
            if (count != Count.ALL_MATCHES && musts >= enough && places.size() == listed.size()) {
                break; // nothing further down can matter
            }
            if (may.test(row)) {
                boolean isMust = must.test(row);
                if (listed.contains(row)) {
                    places.put(row, new Before(musts, mays, isMust));
                }
                musts += isMust ? 1 : 0;
                mays++;
            }
        }
        return wrongRow(listing, places).or(() -> wrongPlace(listing, places, page, perPage))
                .or(wrongSize(listing, musts, mays, page, perPage)).or(wrongCount(listing, musts, mays));
    }

    private Optional<Finding> wrongRow(Listing<E> listing, Map<E, Before> places) {
        for (E row : listing.entries()) {
            if (!places.containsKey(row)) {
                return found("a row does not match the search", "id " + row.item().id());
            }
        }
        return Optional.empty();
    }

    /** Each row's rank among all must be able to be its rank in the list: no row left out, none out of order. */
    private Optional<Finding> wrongPlace(Listing<E> listing, Map<E, Before> places, int page, int perPage) {
        int first = page * perPage;
        int mustSkipped = 0;
        for (int i = 0; i < listing.entries().size(); i++) {
            E row = listing.entries().get(i);
            Before before = places.get(row);
            boolean possible = before.must() <= first + i && first + i <= before.may();
            boolean gap = i > 0 && before.must() > mustSkipped;
            boolean backwards = i > 0 && before.may() <= places.get(listing.entries().get(i - 1)).may();
            if (!possible || gap || backwards) {
                return found(backwards ? "rows out of order" : "a wrong slice of the matching rows",
                        "id " + row.item().id() + " at place " + (first + i) + ", can be at " + before.must() + " to "
                                + before.may());
            }
            mustSkipped = before.must() + (before.isMust() ? 1 : 0);
        }
        return Optional.empty();
    }

    private Supplier<Optional<Finding>> wrongSize(Listing<E> listing, int musts, int mays, int page,
            int perPage) {
        int least = Math.clamp((long) musts - (long) page * perPage, 0, perPage);
        int most = Math.clamp((long) mays - (long) page * perPage, 0, perPage);
        int size = listing.entries().size();
        return () -> size >= least && size <= most
                ? Optional.empty()
                : found("a wrong number of rows", size + " rows, right is " + least + " to " + most);
    }

    private Supplier<Optional<Finding>> wrongCount(Listing<E> listing, int musts, int mays) {
        long given = listing.count();
        boolean right = switch (count) {
            case ABSENT -> given == -1;
            case LISTED -> given == listing.entries().size();
            case ALL_MATCHES -> musts <= given && given <= mays;
        };
        return () -> right
                ? Optional.empty()
                : found("a wrong count", "count " + given + ", right is " + musts + " to " + mays);
    }

    private static Optional<Finding> found(String what, String detail) {
        return Optional.of(new Finding(what, detail));
    }
}
