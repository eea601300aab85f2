package isuumo.bench.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import isuumo.bench.data.BadData;
import isuumo.bench.history.Operation.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One right history, then the same one with a lie in it. Chair 1 has two pieces, chair 2 has five, chair 9 is uploaded. */
final class CheckerTest {
    private static final Map<Integer, Integer> BEFORE = Map.of(1, 2, 2, 5);

    private final List<Operation> history = new ArrayList<>();
    private final Map<Integer, Integer> after = new TreeMap<>(Map.of(1, 0, 2, 4, 9, 3));

    @BeforeEach
    void aRightHistory() {
        add(Kind.BUY, 1, 10, 20, 200);
        add(Kind.DETAIL, 1, 21, 22, 200); // one piece is left
        add(Kind.BUY, 1, 30, 40, 200); // the last one
        add(Kind.DETAIL, 1, 39, 45, 200); // begun before the acknowledgement: either way
        add(Kind.DETAIL, 1, 41, 45, 404);
        add(Kind.BUY, 1, 50, 60, 404);
        add(Kind.BUY, 2, 50, 60, 200);
        add(Kind.UPLOAD, 9, 70, 80, 201);
        add(Kind.DETAIL, 9, 79, 82, 404);
        add(Kind.DETAIL, 9, 81, 82, 200);
        list(90, 95, 2, 9);
        for (int chair : new int[]{1, 2, 9}) {
            add(Kind.FINAL, chair, 200, 210, chair == 1 ? 404 : 200);
        }
    }

    private void add(Kind kind, int chair, long start, long end, int status) {
        add(kind, chair, start, end, status, false);
    }

    private void add(Kind kind, int chair, long start, long end, int status, boolean mayBeDone) {
        history.add(new Operation(kind, "isu1", List.of(chair), start, end, status, mayBeDone));
    }

    private void list(long start, long end, Integer... shown) {
        history.add(new Operation(Kind.LIST, "isu2:app", List.of(shown), start, end, 200, false));
    }

    private Verdict verdict() {
        return new Checker(history, BEFORE, after).verdict();
    }

    @Test
    void aRightHistoryHolds() {
        Verdict verdict = verdict();
        assertTrue(verdict.holds(), verdict.toString());
        assertEquals(3, verdict.purchases());
        assertEquals(1, verdict.uploads());
    }

    @Test
    void aPurchaseThatTheDatabaseDoesNotHaveIsLost() {
        after.put(2, 5);
        assertEquals(1, verdict().lost());
    }

    @Test
    void anUploadThatTheDatabaseDoesNotHaveIsLost() {
        after.remove(9);
        assertEquals(1, verdict().lost());
    }

    @Test
    void moreSalesThanPiecesAreOversold() {
        add(Kind.BUY, 1, 50, 60, 200);
        assertEquals(1, verdict().oversold());
    }

    @Test
    void aPieceThatWentWithoutABuyerIsOversold() {
        after.put(2, 3);
        assertEquals(1, verdict().oversold());
    }

    @Test
    void aPurchaseOfWhichNobodyKnowsMayHaveTakenAPieceOrNot() {
        add(Kind.BUY, 2, 100, 110, 500, true);
        assertTrue(verdict().holds());
        after.put(2, 3);
        assertTrue(verdict().holds());
        after.put(2, 2);
        assertEquals(1, verdict().oversold());
    }

    @Test
    void aPurchaseThatWasNotDoneTakesNoPiece() {
        for (int status : new int[]{500, 503}) {
            add(Kind.BUY, 2, 100, 110, status);
        }
        assertTrue(verdict().holds());
        after.put(2, 3);
        assertEquals(1, verdict().oversold());
    }

    @Test
    void anUploadThatWasNotDoneAddsNoRow() {
        for (int chair : new int[]{10, 11}) {
            add(Kind.UPLOAD, chair, 100, 110, 500, chair == 10);
        }
        add(Kind.UPLOAD, 9, 100, 110, 409);
        after.put(10, 1);
        assertTrue(verdict().holds());
        after.put(11, 1);
        assertEquals(1, verdict().oversold());
    }

    @Test
    void aSoldOutChairMayNotBeShownAfterTheLastPurchase() {
        add(Kind.DETAIL, 1, 41, 45, 200);
        assertEquals(1, verdict().stale());
    }

    @Test
    void aSoldOutChairMayNotBeListedAfterTheLastPurchase() {
        list(41, 45, 2, 1);
        assertEquals(1, verdict().stale());
    }

    @Test
    void aChairThatABuyerWasRefusedMayNotBeShownAfterwards() {
        history.removeIf(o -> o.kind() == Kind.BUY && o.startNanos() == 30);
        add(Kind.BUY, 1, 30, 40, 500, true); // took the last piece, but nobody was told
        add(Kind.DETAIL, 1, 55, 58, 200);
        assertTrue(verdict().holds(), "the refusal came at 60");
        add(Kind.DETAIL, 1, 61, 62, 200);
        assertEquals(1, verdict().stale());
    }

    @Test
    void anUploadedChairMayNotBeHiddenAfterItsAcknowledgement() {
        add(Kind.DETAIL, 9, 81, 82, 404);
        assertEquals(1, verdict().stale());
    }

    @Test
    void anAnswerAtTheEndThatDiffersFromTheDatabaseDiverges() {
        after.put(2, 0);
        assertEquals(1, verdict().diverged());
        history.removeIf(o -> o.kind() == Kind.FINAL);
        assertEquals(1, verdict().diverged(), "nobody was asked");
    }

    @Test
    void errorsAtTheFrontDoorAreMeasuredFromTheFirstToTheLast() {
        long second = 1_000_000_000;
        add(Kind.DETAIL, 2, second, 2 * second, 503);
        add(Kind.LIST, 2, 3 * second, 4 * second, 0);
        add(Kind.BUY, 2, second, 2 * second, 502);
        history.add(new Operation(Kind.DETAIL, "isu3:app", List.of(2), 0, 9 * second, 503, false));
        assertEquals(3, verdict().readErrorSeconds());
        assertEquals(1, verdict().writeErrorSeconds());
    }

    @Test
    void aHistoryIsReadAsItWasWritten(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("history.jsonl");
        HistoryFile.write(file, history);
        assertEquals(history, HistoryFile.read(file));
        Files.writeString(file, "1\t0\n2 4\n");
        assertEquals(Map.of(1, 0, 2, 4), HistoryFile.readStocks(file));
    }

    @Test
    void aHistoryWithUnknownChairsIsRefused() {
        add(Kind.BUY, 77, 1, 2, 200);
        assertTrue(assertThrows(BadData.class, this::verdict).getMessage().contains("chair 77"));
    }
}
