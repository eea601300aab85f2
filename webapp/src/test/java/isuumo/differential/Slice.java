package isuumo.differential;

import isuumo.testing.Http;
import java.util.List;
import java.util.random.RandomGenerator;

/** Which page of a search is asked for. */
record Slice(int page, int perPage) {
    static Slice random(RandomGenerator random) {
        return new Slice(random.nextInt(20) == 0 ? random.nextInt(40_000) : random.nextInt(4),
                Cases.oneOf(random, List.of(1, 10, 25, 25, 25, 50, 200, random.nextInt(1001))));
    }

    String query() {
        return Http.query("page", page, "perPage", perPage);
    }

    <T> List<T> of(List<T> all) {
        int start = (int) Math.min((long) page * perPage, all.size());
        return all.subList(start, Math.min(start + perPage, all.size()));
    }
}
