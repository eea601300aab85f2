package isuumo.bench.story;

import isuumo.bench.check.Checks;
import isuumo.bench.http.Browser.Lane;
import isuumo.bench.http.Reply;
import isuumo.bench.score.Endpoint;
import isuumo.bench.score.Failure;
import isuumo.bench.score.Leave;
import isuumo.bench.score.Severity;
import isuumo.bench.truth.ChairEntry;
import isuumo.bench.truth.EstateEntry;
import isuumo.bench.truth.Polygon;
import isuumo.bench.wire.Listing;
import isuumo.bench.wire.Unreadable;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The site's pages as a person uses them: each method asks what the page asks, leaves if it was slow, and checks what
 * the contest checks (strict: all there is to check). One instance a worker; not thread-safe.
 */
public final class Pages {
    private static final int NOT_FOUND = 404;

    private final World world;
    private final Caller caller;
    private final StrictChecks strict;
    private final ConditionPages conditions;
    private final byte[] contact;

    public Pages(World world, Caller caller) {
        this.world = world;
        this.caller = caller;
        this.strict = world.strict() ? new StrictChecks(world, caller) : null;
        this.conditions = new ConditionPages(world, caller);
        this.contact = ("{\"email\":\"" + caller.browser().userAgent() + "@isucon.com\"}")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Both low-priced lists at once. */
    public void topPage() throws Failure, Leave {
        long start = System.nanoTime();
        Both<Reply, Reply> both = Both.of(
                () -> caller.getOk(Lane.FIRST, Endpoint.CHAIR_LOW_PRICED, "/api/chair/low_priced"),
                () -> caller.getOk(Lane.SECOND, Endpoint.ESTATE_LOW_PRICED, "/api/estate/low_priced"));
        Listing<ChairEntry> chairs = chairs(Endpoint.CHAIR_LOW_PRICED, both.first());
        Listing<EstateEntry> estates = estates(Endpoint.ESTATE_LOW_PRICED, both.second());
        stay("the top page", start);
        caller.require(Endpoint.CHAIR_LOW_PRICED, Checks.rowsExist(chairs, both.first().answerNanos()));
        caller.require(Endpoint.CHAIR_LOW_PRICED, Checks.inStock(chairs, both.first().askedNanos()));
        caller.require(Endpoint.CHAIR_LOW_PRICED, Checks.byPrice(chairs));
        caller.require(Endpoint.ESTATE_LOW_PRICED, Checks.rowsExist(estates, both.second().answerNanos()));
        caller.require(Endpoint.ESTATE_LOW_PRICED, Checks.byRent(estates));
        if (strict != null) {
            strict.lowPricedChairs(chairs, both.first());
            strict.lowPricedEstates(estates, both.second());
        }
    }

    public void chairConditions() throws Failure, Leave {
        long start = System.nanoTime();
        Reply reply = conditions.chairs();
        stay("the chair search page", start);
        conditions.checkChairs(reply);
    }

    public void estateConditions() throws Failure, Leave {
        long start = System.nanoTime();
        Reply reply = conditions.estates();
        stay("the estate search page", start);
        conditions.checkEstates(reply);
    }

    public Listing<ChairEntry> searchChairs(Map<String, String> query, int page, int perPage) throws Failure, Leave {
        long start = System.nanoTime();
        Reply reply = caller.getOk(Lane.FIRST, Endpoint.CHAIR_SEARCH,
                "/api/chair/search?" + RandomQuery.encode(query, page, perPage));
        Listing<ChairEntry> found = chairs(Endpoint.CHAIR_SEARCH, reply);
        stay("a chair search", start);
        caller.require(Endpoint.CHAIR_SEARCH, Checks.rowsExist(found, reply.answerNanos()));
        caller.require(Endpoint.CHAIR_SEARCH, Checks.inStock(found, reply.askedNanos()));
        caller.require(Endpoint.CHAIR_SEARCH, Checks.byPopularity(found));
        if (strict != null) {
            strict.chairSearch(found, reply, query, page, perPage);
        }
        return found;
    }

    public Listing<EstateEntry> searchEstates(Map<String, String> query, int page, int perPage)
            throws Failure, Leave {
        long start = System.nanoTime();
        Reply reply = caller.getOk(Lane.FIRST, Endpoint.ESTATE_SEARCH,
                "/api/estate/search?" + RandomQuery.encode(query, page, perPage));
        Listing<EstateEntry> found = estates(Endpoint.ESTATE_SEARCH, reply);
        stay("an estate search", start);
        caller.require(Endpoint.ESTATE_SEARCH, Checks.rowsExist(found, reply.answerNanos()));
        caller.require(Endpoint.ESTATE_SEARCH, Checks.byPopularity(found));
        if (strict != null) {
            strict.estateSearch(found, reply, query, page, perPage);
        }
        return found;
    }

    /**
     * The chair and the estates recommended with it, at once.
     *
     * @return the recommended estates, or null if the chair has been sold out meanwhile
     */
    public Listing<EstateEntry> chairPage(ChairEntry chair) throws Failure, Leave {
        long start = System.nanoTime();
        int id = chair.item().id();
        Both<Reply, Reply> both = Both.of(
                () -> caller.get(Lane.FIRST, Endpoint.CHAIR_DETAIL, "/api/chair/" + id),
                () -> caller.getOk(Lane.SECOND, Endpoint.RECOMMENDED, "/api/recommended_estate/" + id));
        Reply detail = both.first();
        if (detail.status() != NOT_FOUND) {
            caller.expect(200, Endpoint.CHAIR_DETAIL, detail);
        }
        boolean same = detail.status() == NOT_FOUND || isChair(chair, detail);
        Listing<EstateEntry> recommended = estates(Endpoint.RECOMMENDED, both.second());
        stay("a chair page", start);
        if (detail.status() == NOT_FOUND) {
            caller.require(Endpoint.CHAIR_DETAIL, !chair.surelyInStock(), "404 for a chair in stock", "id " + id);
            return null;
        }
        caller.require(Endpoint.CHAIR_DETAIL, !chair.soldOutBefore(detail.askedNanos()), "shows a sold-out chair",
                "id " + id);
        caller.require(Endpoint.CHAIR_DETAIL, same, "differs from the data", "id " + id);
        caller.require(Endpoint.RECOMMENDED, Checks.rowsExist(recommended, both.second().answerNanos()));
        caller.require(Endpoint.RECOMMENDED, Checks.passDoors(chair.item(), recommended));
        caller.require(Endpoint.RECOMMENDED, Checks.byPopularity(recommended));
        if (strict != null) {
            strict.recommended(recommended, both.second(), chair);
        }
        return recommended;
    }

    /** The chair alone, without what is recommended with it. */
    public void chairDetail(ChairEntry chair) throws Failure, Leave {
        long start = System.nanoTime();
        int id = chair.item().id();
        Reply reply = caller.getOk(Lane.FIRST, Endpoint.CHAIR_DETAIL, "/api/chair/" + id);
        boolean same = isChair(chair, reply);
        stay("a chair page", start);
        caller.require(Endpoint.CHAIR_DETAIL, same, "differs from the data", "id " + id);
    }

    public void estatePage(EstateEntry estate) throws Failure, Leave {
        long start = System.nanoTime();
        int id = estate.item().id();
        Reply reply = caller.getOk(Lane.FIRST, Endpoint.ESTATE_DETAIL, "/api/estate/" + id);
        boolean same = isEstate(estate, reply);
        stay("an estate page", start);
        caller.require(Endpoint.ESTATE_DETAIL, same, "differs from the data", "id " + id);
    }

    public Listing<EstateEntry> nazotte(Polygon polygon) throws Failure, Leave {
        long start = System.nanoTime();
        Reply reply = caller.postOk(Endpoint.NAZOTTE, "/api/estate/nazotte",
                RandomPolygon.body(polygon.ring()).getBytes(StandardCharsets.UTF_8));
        Listing<EstateEntry> found = estates(Endpoint.NAZOTTE, reply);
        stay("a map search", start);
        caller.require(Endpoint.NAZOTTE, Checks.atMost(found, world.parameters().amounts().nazotte()));
        caller.require(Endpoint.NAZOTTE, Checks.rowsExist(found, reply.answerNanos()));
        caller.require(Endpoint.NAZOTTE, Checks.rowsEqualData(found));
        caller.require(Endpoint.NAZOTTE, Checks.inBox(polygon, found));
        if (strict != null) {
            strict.nazotte(found, reply, polygon);
        }
        return found;
    }

    /** Buys one piece. That fails for good reason when the last piece has just gone, so failing is only told. */
    public void buy(ChairEntry chair) throws Failure {
        int id = chair.item().id();
        chair.purchaseBegins();
        Reply reply;
        try {
            reply = caller.post(Endpoint.CHAIR_BUY, "/api/chair/buy/" + id, "application/json", contact);
        } catch (Failure unanswered) {
            world.tally().error(unanswered.as(Severity.NOTED));
            return;
        }
        if (reply.status() == 200) {
            boolean hadOne = chair.purchased(reply.answerNanos());
            world.tally().purchase();
            caller.require(Endpoint.CHAIR_BUY, hadOne, "sold more pieces than there were",
                    "id " + id + ", stock was " + chair.item().stock());
            return;
        }
        if (reply.status() < 500 || reply.status() == 503) {
            chair.purchaseRefused();
        }
        if (world.strict()) {
            caller.require(Endpoint.CHAIR_BUY, !chair.surelyInStock(), "refused though pieces are left",
                    "id " + id + ", status " + reply.status());
        }
        world.tally().error(new Failure(Severity.NOTED,
                Endpoint.CHAIR_BUY.label() + ": status " + reply.status() + ", not bought", ""));
    }

    public void requestDocument(EstateEntry estate) throws Failure {
        caller.postOk(Endpoint.ESTATE_DOCUMENT, "/api/estate/req_doc/" + estate.item().id(), contact);
        world.tally().documentRequest();
    }

    private void stay(String page, long startNanos) throws Leave {
        if (System.nanoTime() - startNanos > world.parameters().timeouts().patience().toNanos()) {
            throw new Leave(page);
        }
    }

    private Listing<ChairEntry> chairs(Endpoint endpoint, Reply reply) throws Failure {
        try {
            return world.chairReader().list(reply);
        } catch (Unreadable e) {
            throw caller.unreadable(endpoint, e);
        }
    }

    private Listing<EstateEntry> estates(Endpoint endpoint, Reply reply) throws Failure {
        try {
            return world.estateReader().list(reply);
        } catch (Unreadable e) {
            throw caller.unreadable(endpoint, e);
        }
    }

    boolean isChair(ChairEntry chair, Reply reply) throws Failure {
        try {
            return world.chairReader().isItem(reply, chair);
        } catch (Unreadable e) {
            throw caller.unreadable(Endpoint.CHAIR_DETAIL, e);
        }
    }

    boolean isEstate(EstateEntry estate, Reply reply) throws Failure {
        try {
            return world.estateReader().isItem(reply, estate);
        } catch (Unreadable e) {
            throw caller.unreadable(Endpoint.ESTATE_DETAIL, e);
        }
    }
}
