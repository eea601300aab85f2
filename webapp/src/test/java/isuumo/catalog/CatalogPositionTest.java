package isuumo.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import isuumo.catalog.CatalogPosition.Replay;
import isuumo.gtid.GtidSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CatalogPositionTest {
    private final CatalogPosition position = new CatalogPosition();
    private final List<String> published = new ArrayList<>();

    private static GtidSet gtid(int number) {
        return GtidSet.parse("0-1-" + number);
    }

    private void replay(int number, boolean raising) {
        position.replay(before -> {
            if (!before.covers(gtid(number))) {
                published.add("replay " + number);
            }
            return new Replay(before.plus(gtid(number)), raising);
        }, _ -> {});
    }

    private void build(GtidSet at) {
        position.rebuild(_ -> Optional.of(at), () -> {});
    }

    @Test
    void aTransactionThatTheCatalogsWereBuiltWithIsLeftOut() {
        build(gtid(5));
        replay(4, true);
        replay(5, true);
        replay(6, true);
        assertEquals(List.of("replay 6"), published);
        assertEquals(gtid(6), position.get());
    }

    @Test
    void anOwnWriteThatTheFeedHasBroughtIsNotPublishedAgain() {
        build(GtidSet.EMPTY);
        replay(7, false);
        position.publishOwn(gtid(7), () -> published.add("own 7"));
        position.publishOwn(gtid(8), () -> published.add("own 8"));
        assertEquals(List.of("replay 7", "own 8"), published);
        assertEquals(gtid(7), position.get());
    }

    @Test
    void ownWritesOfBeforeTheFirstBuildAreOwedUntilTheyAreHeld() {
        position.publishOwn(gtid(6), () -> published.add("own 6"));
        position.publishOwn(gtid(8), () -> published.add("own 8"));
        assertTrue(position.owesOwn());
        build(gtid(7));
        assertTrue(position.owesOwn());
        replay(8, true);
        assertFalse(position.owesOwn());
        assertEquals(List.of("replay 8"), published);
    }

    @Test
    void whatTheFirstBuildHoldsIsNotOwed() {
        position.publishOwn(gtid(6), () -> published.add("own 6"));
        build(gtid(7));
        assertFalse(position.owesOwn());
    }

    @Test
    void withoutTrackingEverythingIsPublished() {
        build(GtidSet.EMPTY);
        position.publishOwn(GtidSet.EMPTY, () -> published.add("own"));
        assertTrue(position.publishUnlessRaised(position.raises(), () -> published.add("refused")));
        assertEquals(List.of("own", "refused"), published);
    }

    @Test
    void nothingIsPublishedOfAnOlderTimeThanADelivery() {
        long before = position.raises();
        replay(1, false);
        assertTrue(position.publishUnlessRaised(before, () -> published.add("refused")));
        replay(2, true);
        assertFalse(position.publishUnlessRaised(before, () -> published.add("refused")));
        assertEquals(List.of("replay 1", "refused", "replay 2"), published);
    }

    @Test
    void aRebuildGetsThePositionSoFarAndMayFindNothing() {
        replay(3, false);
        List<GtidSet> asked = new ArrayList<>();
        assertFalse(position.<RuntimeException>rebuild(atLeast -> {
            asked.add(atLeast);
            return Optional.empty();
        }, () -> published.add("told")));
        assertEquals(List.of(gtid(3)), asked);
        assertEquals(List.of("replay 3"), published);
        assertEquals(gtid(3), position.get());
    }
}
