package isuumo.bench.story;

import isuumo.bench.Parameters.Amounts;
import isuumo.bench.check.Checks;
import isuumo.bench.check.SliceCheck;
import isuumo.bench.check.SliceCheck.Count;
import isuumo.bench.data.Item;
import isuumo.bench.http.Reply;
import isuumo.bench.score.Endpoint;
import isuumo.bench.score.Failure;
import isuumo.bench.truth.ChairEntry;
import isuumo.bench.truth.Entry;
import isuumo.bench.truth.EstateEntry;
import isuumo.bench.truth.Matching;
import isuumo.bench.truth.Polygon;
import isuumo.bench.wire.Listing;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** {@code --strict}: every list must be exactly the right slice of exactly the right rows. */
final class StrictChecks {
    private final World world;
    private final Caller caller;
    private final Amounts amounts;

    StrictChecks(World world, Caller caller) {
        this.world = world;
        this.caller = caller;
        this.amounts = world.parameters().amounts();
    }

    void lowPricedChairs(Listing<ChairEntry> found, Reply reply) throws Failure {
        slice(Endpoint.CHAIR_LOW_PRICED, world.truth().chairsByPrice(), _ -> true, Count.ABSENT, found, reply, 0,
                amounts.lowPriced());
    }

    void lowPricedEstates(Listing<EstateEntry> found, Reply reply) throws Failure {
        slice(Endpoint.ESTATE_LOW_PRICED, world.truth().estatesByRent(), _ -> true, Count.ABSENT, found, reply, 0,
                amounts.lowPriced());
    }

    void chairSearch(Listing<ChairEntry> found, Reply reply, Map<String, String> query, int page, int perPage)
            throws Failure {
        slice(Endpoint.CHAIR_SEARCH, world.truth().chairsFound(query, world.data().chairConditions()), _ -> true,
                Count.ALL_MATCHES, found, reply, page, perPage);
    }

    void estateSearch(Listing<EstateEntry> found, Reply reply, Map<String, String> query, int page, int perPage)
            throws Failure {
        slice(Endpoint.ESTATE_SEARCH, world.truth().estatesFound(query, world.data().estateConditions()), _ -> true,
                Count.ALL_MATCHES, found, reply, page, perPage);
    }

    void recommended(Listing<EstateEntry> found, Reply reply, ChairEntry chair) throws Failure {
        slice(Endpoint.RECOMMENDED, world.truth().estatesByPopularity(),
                matching(Matching.doorsFor(chair.item())), Count.ABSENT, found, reply, 0, amounts.recommended());
    }

    void nazotte(Listing<EstateEntry> found, Reply reply, Polygon polygon) throws Failure {
        slice(Endpoint.NAZOTTE, world.truth().estatesByPopularity(),
                e -> polygon.boxHolds(e.item().point()) && polygon.contains(e.place()), Count.LISTED, found, reply, 0,
                amounts.nazotte());
    }

    private static <T extends Item, E extends Entry<T>> Predicate<E> matching(Predicate<T> rows) {
        return entry -> rows.test(entry.item());
    }

    private <E extends Entry<?>> void slice(Endpoint endpoint, List<E> rows, Predicate<E> matches, Count count,
            Listing<E> found, Reply reply, int page, int perPage) throws Failure {
        caller.require(endpoint, Checks.rowsEqualData(found));
        Predicate<E> may = e -> matches.test(e) && e.mayBeListed(reply.askedNanos(), reply.answerNanos());
        SliceCheck<E> check = new SliceCheck<>(rows, may, e -> e.mustBeListed(reply.askedNanos()), count);
        caller.require(endpoint, check.check(found, page, perPage));
    }
}
