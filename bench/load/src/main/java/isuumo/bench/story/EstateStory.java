package isuumo.bench.story;

import isuumo.bench.Parameters.Amounts;
import isuumo.bench.score.Failure;
import isuumo.bench.score.Leave;
import isuumo.bench.truth.EstateEntry;
import isuumo.bench.wire.Listing;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Somebody looks for an estate and asks for its papers. */
public final class EstateStory implements Story {
    private final World world;
    private final Pages pages;
    private final RandomGenerator random;
    private final Amounts amounts;

    public EstateStory(World world, Pages pages, RandomGenerator random) {
        this.world = world;
        this.pages = pages;
        this.random = random;
        this.amounts = world.parameters().amounts();
    }

    @Override
    public void play() throws Failure, Leave {
        pages.topPage();
        pages.estateConditions();
        List<EstateEntry> found = search();
        if (found.isEmpty()) {
            return;
        }
        EstateEntry estate = null;
        for (int i = 0; i < amounts.details(); i++) {
            estate = found.get(random.nextInt(found.size()));
            pages.estatePage(estate);
        }
        pages.requestDocument(estate);
    }

    /** Searches and turns pages; the last list that was not empty. */
    private List<EstateEntry> search() throws Failure, Leave {
        List<EstateEntry> last = List.of();
        for (int i = 0; i < amounts.searches(); i++) {
            Map<String, String> query = RandomQuery.estates(world.data().estateConditions(), world.level().get(),
                    random);
            Listing<EstateEntry> found = pages.searchEstates(query, 0, amounts.perPage());
            last = found.isEmpty() ? last : found.entries();
            for (int j = 0; j < amounts.pagings() && found.count() >= amounts.perPage(); j++) {
                int pageCount = (int) Math.min(amounts.pagesToPageIn(), found.count() / amounts.perPage());
                Listing<EstateEntry> turned = pages.searchEstates(query, random.nextInt(pageCount),
                        amounts.perPage());
                last = turned.isEmpty() ? last : turned.entries();
            }
        }
        return last;
    }
}
