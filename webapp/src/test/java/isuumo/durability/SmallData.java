package isuumo.durability;

import isuumo.generator.DataSet;
import isuumo.generator.Options;
import isuumo.testing.BuildDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** 2,000 rows of each kind, for tests that load a database of their own. */
public final class SmallData {
    static final int ROWS = 2_000;

    private static final List<String> FILES_OF_A_SERVER = List.of("1_DummyEstateData.sql", "2_DummyChairData.sql",
            "chair_condition.json", "estate_condition.json");

    private SmallData() {}

    public static Path directory() throws IOException {
        return directory(ROWS);
    }

    /** Fewer still, for tests that compare whole catalogs again and again. */
    static Path directory(int rows) throws IOException {
        Path directory = BuildDirectory.resolve("small-data-" + rows);
        DataSet.generate(directory, Options.defaults().withRows(rows, rows).withoutImages());
        return directory;
    }

    /** A copy that a test may spoil. */
    static Path copyTo(Path target) throws IOException {
        for (String name : FILES_OF_A_SERVER) {
            Files.copy(directory().resolve(name), target.resolve(name));
        }
        return target;
    }
}
