package isuumo.bench.story;

import isuumo.bench.score.Failure;
import isuumo.bench.score.Leave;
import isuumo.bench.truth.EstateEntry;
import isuumo.bench.truth.Polygon;
import isuumo.bench.wire.Listing;
import java.util.random.RandomGenerator;

/** Somebody draws an area on the map and asks for the papers of an estate in it. */
public final class NazotteStory implements Story {
    private final Pages pages;
    private final RandomGenerator random;

    public NazotteStory(Pages pages, RandomGenerator random) {
        this.pages = pages;
        this.random = random;
    }

    @Override
    public void play() throws Failure, Leave {
        pages.topPage();
        Listing<EstateEntry> found = pages.nazotte(Polygon.of(RandomPolygon.ring(random)));
        if (found.isEmpty()) {
            return;
        }
        EstateEntry estate = found.entries().get(random.nextInt(found.entries().size()));
        pages.estatePage(estate);
        pages.requestDocument(estate);
    }
}
