package isuumo.bench.story;

import isuumo.bench.check.Checks;
import isuumo.bench.http.Browser.Lane;
import isuumo.bench.http.Reply;
import isuumo.bench.score.Endpoint;
import isuumo.bench.score.Failure;
import isuumo.bench.score.Severity;
import isuumo.bench.truth.ChairEntry;
import isuumo.bench.truth.EstateEntry;
import isuumo.bench.wire.Listing;
import isuumo.bench.wire.Unreadable;
import java.util.random.RandomGenerator;

/**
 * A crawler's round: a search of each kind and the details of all found. Whatever is no 2xx answer is fine with it, a
 * dropped connection too; what is wrong in a 2xx answer counts. Strict: every answer has to be 503.
 */
public final class BotStory implements Story {
    private static final int SERVICE_UNAVAILABLE = 503;

    private final World world;
    private final Caller caller;
    private final Pages pages;
    private final RandomGenerator random;

    public BotStory(World world, Caller caller, RandomGenerator random) {
        this.world = world;
        this.caller = caller;
        this.pages = new Pages(world, caller);
        this.random = random;
    }

    @Override
    public void play() throws Failure {
        try {
            crawlChairs();
            crawlEstates();
        } catch (Unreadable e) {
            throw caller.unreadable(Endpoint.BOT, e);
        }
    }

    private void crawlChairs() throws Failure, Unreadable {
        String query = RandomQuery.encode(
                RandomQuery.chairs(world.data().chairConditions(), world.level().get(), random), 0,
                world.parameters().amounts().botPerPage());
        Reply reply = fetch("/api/chair/search?" + query);
        if (reply == null) {
            return;
        }
        Listing<ChairEntry> found = world.chairReader().list(reply);
        caller.require(Endpoint.CHAIR_SEARCH, Checks.rowsExist(found, reply.answerNanos()));
        caller.require(Endpoint.CHAIR_SEARCH, Checks.inStock(found, reply.askedNanos()));
        caller.require(Endpoint.CHAIR_SEARCH, Checks.byPopularity(found));
        for (ChairEntry chair : found.entries()) {
            Reply detail = fetch("/api/chair/" + chair.item().id());
            if (detail != null) {
                caller.require(Endpoint.CHAIR_DETAIL, pages.isChair(chair, detail), "differs from the data",
                        "id " + chair.item().id());
            }
        }
    }

    private void crawlEstates() throws Failure, Unreadable {
        String query = RandomQuery.encode(
                RandomQuery.estates(world.data().estateConditions(), world.level().get(), random), 0,
                world.parameters().amounts().botPerPage());
        Reply reply = fetch("/api/estate/search?" + query);
        if (reply == null) {
            return;
        }
        Listing<EstateEntry> found = world.estateReader().list(reply);
        caller.require(Endpoint.ESTATE_SEARCH, Checks.rowsExist(found, reply.answerNanos()));
        caller.require(Endpoint.ESTATE_SEARCH, Checks.byPopularity(found));
        for (EstateEntry estate : found.entries()) {
            Reply detail = fetch("/api/estate/" + estate.item().id());
            if (detail != null) {
                caller.require(Endpoint.ESTATE_DETAIL, pages.isEstate(estate, detail), "differs from the data",
                        "id " + estate.item().id());
            }
        }
    }

    /** Null if the answer is no 2xx. */
    private Reply fetch(String path) throws Failure {
        Reply reply;
        try {
            reply = caller.get(Lane.FIRST, Endpoint.BOT, path);
        } catch (Failure unanswered) {
            throw unanswered.as(Severity.NOTED);
        }
        if (world.strict()) {
            caller.require(Endpoint.BOT, reply.status() == SERVICE_UNAVAILABLE, "not answered with 503",
                    "status " + reply.status() + " for User-Agent " + caller.browser().userAgent());
        }
        return reply.status() / 100 == 2 ? reply : null;
    }
}
