package isuumo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import isuumo.InitialCatalogs.Searches;
import isuumo.catalog.Criteria;
import isuumo.chair.ChairCatalog;
import isuumo.chair.ChairCatalogView;
import isuumo.data.DataDirectory;
import isuumo.estate.EstateCatalog;
import isuumo.estate.EstateCatalogView;
import isuumo.http.Page;
import isuumo.store.InitialRows;
import isuumo.table.ChairRow;
import isuumo.table.EstateRow;
import isuumo.testing.Rows;
import isuumo.testing.TestData;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Catalogs that were written and read answer as before, to the byte, and to the compressed byte. */
class InitialCatalogsTest {
    private static final int ROWS = 1_000;
    private static final List<Integer> IDS = IntStream.rangeClosed(0, ROWS + 1).boxed().toList();

    private final TestData data = TestData.get();
    private final Searches searches = Searches.of(DataDirectory.open(data.directory()));

    @Test
    void whatWasReadAnswersAsWhatWasWritten() throws IOException {
        InitialCatalogs written = catalogs();
        InitialCatalogs read = InitialCatalogs.read(new DataInputStream(new ByteArrayInputStream(bytes(written))),
                searches);
        assertEquals(written.rows(), read.rows());
        assertEquals(ChairCatalogView.of(written.chairs(), IDS), ChairCatalogView.of(read.chairs(), IDS));
        assertEquals(EstateCatalogView.of(written.estates(), IDS), EstateCatalogView.of(read.estates(), IDS));
        ChairRow wanted = data.chair(7);
        Criteria criteria = new Criteria(new int[]{-1, -1, -1, -1}, new String[]{wanted.kind(), wanted.color()},
                wanted.features(), new Page(0, 25));
        assertArrayEquals(written.chairs().search(criteria).gzip(), read.chairs().search(criteria).gzip());
        assertArrayEquals(bytes(written), bytes(read));
    }

    /** One of three chairs is sold out. */
    private InitialCatalogs catalogs() {
        List<ChairRow> chairs = new ArrayList<>();
        List<EstateRow> estates = new ArrayList<>();
        for (int id = 1; id <= ROWS; id++) {
            chairs.add(Rows.stock(data.chair(id), id % 3));
            estates.add(data.estate(id));
        }
        return new InitialCatalogs(new InitialRows("fingerprint", "of chairs", "of estates"),
                ChairCatalog.of(chairs, searches.chairs()), EstateCatalog.of(estates, searches.estates()));
    }

    private static byte[] bytes(InitialCatalogs catalogs) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        catalogs.write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }
}
