package isuumo.bench.story;

import isuumo.bench.data.Chair;
import isuumo.bench.data.Csv;
import isuumo.bench.http.Browser.Lane;
import isuumo.bench.http.Reply;
import isuumo.bench.score.Endpoint;
import isuumo.bench.score.Failure;
import isuumo.bench.score.Leave;
import isuumo.bench.truth.ChairEntry;
import isuumo.bench.wire.Listing;
import java.util.List;
import java.util.Map;

/** A maker adds new chairs: they are not there, they are posted, they are there at once. The caller says what failing costs. */
public final class ChairDraftStory implements Story {
    private static final int CREATED = 201;
    private static final int NOT_FOUND = 404;
    private static final int WIDE_PAGE = 500;

    private final World world;
    private final Caller caller;
    private final Pages pages;
    private final List<Chair> drafts;

    public ChairDraftStory(World world, Caller caller, List<Chair> drafts) {
        this.world = world;
        this.caller = caller;
        this.pages = new Pages(world, caller);
        this.drafts = drafts;
    }

    @Override
    public void play() throws Failure, Leave {
        List<ChairEntry> entries = world.truth().entriesOfChairs(drafts);
        ChairEntry first = entries.getFirst();
        String detail = "/api/chair/" + first.item().id();
        Reply before = caller.get(Lane.FIRST, Endpoint.CHAIR_DETAIL, detail);
        caller.require(Endpoint.CHAIR_DETAIL, before.status() == NOT_FOUND, "a draft is there before it was posted",
                "id " + first.item().id() + ", status " + before.status() + " instead of 404");
        byte[] body = Upload.body("chairs", Csv.ofChairs(drafts));
        long now = System.nanoTime();
        entries.forEach(e -> e.postBegins(now));
        Reply posted = caller.expect(CREATED, Endpoint.CHAIR_UPLOAD,
                caller.post(Endpoint.CHAIR_UPLOAD, "/api/chair", Upload.CONTENT_TYPE, body));
        entries.forEach(e -> e.posted(posted.answerNanos()));
        Reply after = caller.get(Lane.FIRST, Endpoint.CHAIR_DETAIL, detail);
        if (after.status() == NOT_FOUND && !first.surelyInStock()) {
            return; // somebody bought the last piece in between
        }
        caller.require(Endpoint.CHAIR_DETAIL, after.status() == 200, "a posted chair is not there",
                "id " + first.item().id() + ", status " + after.status());
        caller.require(Endpoint.CHAIR_DETAIL, pages.isChair(first, after), "differs from the data",
                "id " + first.item().id());
        if (world.strict()) {
            searchFor(first);
        }
    }

    /** Looks for the new chair by its kind and colour; the strict check of searches finds it missing. */
    private void searchFor(ChairEntry chair) throws Failure, Leave {
        Map<String, String> query = Map.of("kind", chair.item().kind(), "color", chair.item().color());
        for (int page = 0;; page++) {
            Listing<ChairEntry> found = pages.searchChairs(query, page, WIDE_PAGE);
            if (found.entries().contains(chair)) {
                return;
            }
            caller.require(Endpoint.CHAIR_SEARCH, !found.isEmpty() || !chair.surelyInStock(),
                    "a posted chair is not found", "id " + chair.item().id());
            if (found.isEmpty()) {
                return;
            }
        }
    }
}
