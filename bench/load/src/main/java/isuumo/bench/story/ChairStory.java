package isuumo.bench.story;

import isuumo.bench.Parameters.Amounts;
import isuumo.bench.score.Failure;
import isuumo.bench.score.Leave;
import isuumo.bench.truth.ChairEntry;
import isuumo.bench.truth.EstateEntry;
import isuumo.bench.wire.Listing;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Somebody looks for a chair, buys it, and asks for the papers of an estate whose door it passes. */
public final class ChairStory implements Story {
    private final World world;
    private final Pages pages;
    private final RandomGenerator random;
    private final Amounts amounts;

    public ChairStory(World world, Pages pages, RandomGenerator random) {
        this.world = world;
        this.pages = pages;
        this.random = random;
        this.amounts = world.parameters().amounts();
    }

    @Override
    public void play() throws Failure, Leave {
        pages.topPage();
        pages.chairConditions();
        List<ChairEntry> found = search();
        if (found.isEmpty()) {
            return;
        }
        ChairEntry wanted = null;
        List<EstateEntry> recommended = List.of();
        for (int i = 0; i < amounts.details(); i++) {
            ChairEntry chair = any(found);
            Listing<EstateEntry> estates = pages.chairPage(chair);
            if (estates != null) {
                wanted = chair;
                recommended = estates.entries();
            }
        }
        if (wanted == null) {
            return; // sold to others meanwhile
        }
        pages.buy(wanted);
        if (recommended.isEmpty()) {
            return;
        }
        EstateEntry estate = null;
        for (int i = 0; i < amounts.details(); i++) {
            estate = any(recommended);
            pages.estatePage(estate);
        }
        pages.requestDocument(estate);
    }

    /** Searches and turns pages; the last list that was not empty. */
    private List<ChairEntry> search() throws Failure, Leave {
        List<ChairEntry> last = List.of();
        for (int i = 0; i < amounts.searches(); i++) {
            Map<String, String> query = RandomQuery.chairs(world.data().chairConditions(), world.level().get(),
                    random);
            Listing<ChairEntry> found = pages.searchChairs(query, 0, amounts.perPage());
            last = found.isEmpty() ? last : found.entries();
            for (int j = 0; j < amounts.pagings() && found.count() >= amounts.perPage(); j++) {
                int pageCount = (int) Math.min(amounts.pagesToPageIn(), found.count() / amounts.perPage());
                Listing<ChairEntry> turned = pages.searchChairs(query, random.nextInt(pageCount), amounts.perPage());
                last = turned.isEmpty() ? last : turned.entries();
            }
        }
        return last;
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
