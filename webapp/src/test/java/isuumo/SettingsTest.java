package isuumo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Settings whose default is not in one place. */
class SettingsTest {
    @Test
    void theCatalogFileIsInTheUnitsCacheUnlessItIsSaidWhere() {
        assertEquals(Optional.empty(), catalogFile(Map.of()));
        assertEquals(Optional.of(Path.of("/var/cache/isuumo/catalogs")),
                catalogFile(Map.of("CACHE_DIRECTORY", "/var/cache/isuumo")));
        assertEquals(Optional.of(Path.of("/elsewhere/file")),
                catalogFile(Map.of("CACHE_DIRECTORY", "/var/cache/isuumo", "ISUUMO_CATALOG_FILE", "/elsewhere/file")));
    }

    private static Optional<Path> catalogFile(Map<String, String> variables) {
        Map<String, String> all = new HashMap<>(variables);
        all.put("ISUUMO_PROFILE", "contest");
        all.put("ISUUMO_DATA_DIR", "/data");
        all.put("ISUUMO_PRIMARY_URL", "jdbc:mysql://127.0.0.1:3306/isuumo");
        return Settings.from(all).catalogFile();
    }
}
