package isuumo.chair;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import isuumo.catalog.Conditions;
import isuumo.http.KeptJson;
import isuumo.index.Range;
import isuumo.table.ChairRow;
import isuumo.table.RowChange;
import isuumo.table.RowChange.Deleted;
import isuumo.table.RowChange.Inserted;
import isuumo.table.RowChange.StockChanged;
import isuumo.table.RowChange.Updated;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A catalog after transactions, also those that it knows already. */
class ChairCatalogTest {
    private static final List<Range> RANGES = List.of(new Range(-1, 50), new Range(50, -1));
    private static final Conditions CONDITIONS = new Conditions(new KeptJson(new byte[]{}),
            List.of(RANGES, RANGES, RANGES, RANGES));

    private static ChairRow row(int id, int price, int stock) {
        return new ChairRow(id, "chair " + id, "", "", price, 1, 2, 3, "", "", "", id % 7, stock);
    }

    private static ChairCatalog catalog(ChairRow... rows) {
        return ChairCatalog.of(List.of(rows), CONDITIONS);
    }

    private static StockChanged<ChairRow> stock(int id, int before, int after) {
        return new StockChanged<>(id, before, after);
    }

    private static List<String> lowPriced(ChairCatalog catalog) {
        return Pattern.compile("\"id\":(\\d+)").matcher(new String(catalog.lowPriced().plain(), StandardCharsets.UTF_8))
                .results()
                .map(id -> id.group(1)).toList();
    }

    @Test
    void theLastPieceSoldHidesAChairAndADeliveryShowsItAgain() {
        ChairCatalog sold = catalog(row(1, 10, 1), row(2, 20, 1)).after(List.of(stock(1, 1, 0)));
        assertNull(sold.detail(1));
        assertEquals(List.of("2"), lowPriced(sold));
        ChairCatalog again = sold.after(List.of(stock(1, 0, 5)));
        assertNotNull(again.detail(1));
        assertEquals(List.of("1", "2"), lowPriced(again));
    }

    @Test
    void aSaleThatLeavesStockNeverBringsAChairBack() {
        ChairCatalog soldOut = catalog(row(1, 10, 0));
        assertSame(soldOut, soldOut.after(List.of(stock(1, 3, 2))));
        assertSame(soldOut, soldOut.after(List.of(stock(1, 2, 3))));
    }

    @Test
    void whatIsKnownAlreadyChangesNothing() {
        ChairCatalog catalog = catalog(row(1, 10, 0), row(2, 10, 4));
        assertSame(catalog, catalog.after(List.of(stock(1, 1, 0), stock(2, 0, 4), stock(3, 1, 0))));
        assertSame(catalog, catalog.after(List.of(new Deleted<>(3))));
        assertSame(catalog, catalog.after(List.of(new Inserted<>(row(1, 99, 7)), new Inserted<>(row(2, 99, 0)))));
    }

    @Test
    void changesOfOneTransactionCountInTheirOrder() {
        ChairCatalog catalog = catalog(row(1, 10, 1));
        assertFalse(catalog.after(List.of(stock(1, 1, 5), stock(1, 5, 0))).shows(1));
        assertTrue(catalog.after(List.of(stock(1, 1, 0), stock(1, 0, 1))).shows(1));
        assertFalse(catalog.after(List.of(new Inserted<>(row(2, 1, 1)), stock(2, 1, 0))).shows(2));
        assertNull(catalog.after(List.of(new Inserted<>(row(2, 1, 1)), new Deleted<>(2))).shortSides(2));
        ChairCatalog replaced = catalog.after(List.of(new Deleted<>(1), new Inserted<>(row(1, 77, 0))));
        assertFalse(replaced.shows(1));
        assertNotNull(replaced.shortSides(1));
    }

    @Test
    void anotherPriceKeepsTheStockAsItIsShown() {
        ChairCatalog catalog = catalog(row(1, 10, 0), row(2, 10, 3));
        ChairCatalog dearer = catalog.after(List.of(new Updated<>(row(1, 60, 2), stock(1, 2, 2)),
                new Updated<>(row(2, 60, 2), stock(2, 2, 2))));
        assertFalse(dearer.shows(1)); // sold out here already, which that transaction did not know yet
        assertTrue(dearer.shows(2));
        assertTrue(new String(dearer.detail(2), StandardCharsets.UTF_8).contains("\"price\":60"));
    }

    /** Against the plain meaning, a map of rows; and once more on a catalog that was built after some of them. */
    @Test
    void randomTransactionsComeToTheSameAsABuild() {
        Random random = new Random(3);
        List<Integer> ids = IntStream.range(0, 41).boxed().toList();
        Map<Integer, ChairRow> truth = new HashMap<>();
        ChairCatalog following = catalog();
        for (int round = 0; round < 500; round++) {
            int builtAfter = random.nextInt(10);
            ChairCatalog ahead = null;
            List<List<RowChange<ChairRow>>> transactions = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                List<RowChange<ChairRow>> transaction = new ArrayList<>();
                for (int j = random.nextInt(6); j >= 0; j--) {
                    transaction.add(change(random, truth));
                }
                transactions.add(transaction);
                following = following.after(transaction);
                ahead = i == builtAfter ? ChairCatalog.of(List.copyOf(truth.values()), CONDITIONS) : ahead;
            }
            for (List<RowChange<ChairRow>> transaction : transactions) {
                ahead = ahead.after(transaction);
            }
            List<String> expected = ChairCatalogView.of(ChairCatalog.of(List.copyOf(truth.values()), CONDITIONS), ids);
            assertEquals(expected, ChairCatalogView.of(following, ids));
            assertEquals(expected, ChairCatalogView.of(ahead, ids));
        }
    }

    private static RowChange<ChairRow> change(Random random, Map<Integer, ChairRow> truth) {
        int id = random.nextInt(40);
        ChairRow before = truth.get(id);
        ChairRow after = row(id, random.nextInt(100), random.nextInt(3));
        if (before == null) {
            truth.put(id, after);
            return new Inserted<>(after);
        }
        switch (random.nextInt(4)) {
            case 0 -> {
                truth.remove(id);
                return new Deleted<>(id);
            }
            case 1 -> {
                truth.put(id, after);
                return new Updated<>(after, stock(id, before.stock(), after.stock()));
            }
            default -> {
                truth.put(id, row(id, before.price(), after.stock()));
                return stock(id, before.stock(), after.stock());
            }
        }
    }
}
