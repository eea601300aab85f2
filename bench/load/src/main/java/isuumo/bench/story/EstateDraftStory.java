package isuumo.bench.story;

import isuumo.bench.data.Csv;
import isuumo.bench.data.Estate;
import isuumo.bench.http.Browser.Lane;
import isuumo.bench.http.Reply;
import isuumo.bench.score.Endpoint;
import isuumo.bench.score.Failure;
import isuumo.bench.score.Leave;
import isuumo.bench.truth.EstateEntry;
import isuumo.bench.wire.Listing;
import java.util.List;
import java.util.Map;

/** An agent adds new estates: they are not there, they are posted, they are there at once. The caller says what failing costs. */
public final class EstateDraftStory implements Story {
    private static final int CREATED = 201;
    private static final int WIDE_PAGE = 500;

    private final World world;
    private final Caller caller;
    private final Pages pages;
    private final List<Estate> drafts;

    public EstateDraftStory(World world, Caller caller, List<Estate> drafts) {
        this.world = world;
        this.caller = caller;
        this.pages = new Pages(world, caller);
        this.drafts = drafts;
    }

    @Override
    public void play() throws Failure, Leave {
        List<EstateEntry> entries = world.truth().entriesOfEstates(drafts);
        EstateEntry first = entries.getFirst();
        String detail = "/api/estate/" + first.item().id();
        Reply before = caller.get(Lane.FIRST, Endpoint.ESTATE_DETAIL, detail);
        caller.require(Endpoint.ESTATE_DETAIL, before.status() >= 400, "a draft is there before it was posted",
                "id " + first.item().id() + ", status " + before.status() + " instead of an error");
        byte[] body = Upload.body("estates", Csv.ofEstates(drafts));
        long now = System.nanoTime();
        entries.forEach(e -> e.postBegins(now));
        Reply posted = caller.expect(CREATED, Endpoint.ESTATE_UPLOAD,
                caller.post(Endpoint.ESTATE_UPLOAD, "/api/estate", Upload.CONTENT_TYPE, body));
        entries.forEach(e -> e.posted(posted.answerNanos()));
        Reply after = caller.get(Lane.FIRST, Endpoint.ESTATE_DETAIL, detail);
        caller.require(Endpoint.ESTATE_DETAIL, after.status() == 200, "a posted estate is not there",
                "id " + first.item().id() + ", status " + after.status());
        caller.require(Endpoint.ESTATE_DETAIL, pages.isEstate(first, after), "differs from the data",
                "id " + first.item().id());
        if (world.strict()) {
            searchFor(first);
        }
    }

    /** Looks for the new estate among those of its rent; the strict check of searches finds it missing. */
    private void searchFor(EstateEntry estate) throws Failure, Leave {
        String rent = world.data().estateConditions().rent().ranges().stream()
                .filter(range -> range.holds(estate.item().rent())).findFirst().orElseThrow().id() + "";
        for (int page = 0;; page++) {
            Listing<EstateEntry> found = pages.searchEstates(Map.of("rentRangeId", rent), page, WIDE_PAGE);
            if (found.entries().contains(estate)) {
                return;
            }
            caller.require(Endpoint.ESTATE_SEARCH, !found.isEmpty(), "a posted estate is not found",
                    "id " + estate.item().id());
        }
    }
}
