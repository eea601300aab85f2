package isuumo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import isuumo.InitialCatalogs.Searches;
import isuumo.chair.ChairCatalog;
import isuumo.data.DataDirectory;
import isuumo.estate.EstateCatalog;
import isuumo.store.InitialRows;
import isuumo.testing.TestData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file is written once for the same rows, however often the catalogs are built. */
class CatalogFileTest {
    private final TestData data = TestData.get();
    private final Searches searches = Searches.of(DataDirectory.open(data.directory()));

    @Test
    void theSameRowsAreNotWrittenAgain(@TempDir Path directory) throws Exception {
        Path path = directory.resolve("catalogs");
        CatalogFile file = new CatalogFile(path, "a build", searches);
        file.keep(of("some rows")).join();
        Object first = inode(path);
        file.keep(of("some rows")).join();
        assertEquals(first, inode(path));
        file.keep(of("other rows")).join();
        assertNotEquals(first, inode(path));
    }

    private static Object inode(Path path) throws IOException {
        return Files.getAttribute(path, "unix:ino");
    }

    private InitialCatalogs of(String rows) {
        return new InitialCatalogs(new InitialRows(rows, "", ""),
                ChairCatalog.of(List.of(data.chair(1)), searches.chairs()),
                EstateCatalog.of(List.of(data.estate(1)), searches.estates()));
    }
}
