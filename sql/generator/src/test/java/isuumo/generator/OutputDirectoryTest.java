package isuumo.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputDirectoryTest {
    private static final Options OPTIONS = Options.defaults().withRows(5, 5).withoutImages();
    private static final String TRUTH = "result/chair_json.txt";

    @TempDir
    private Path parent;

    private Path out() {
        return parent.resolve("new/data");
    }

    private DataSet.Outcome generate(Options options) throws IOException {
        return DataSet.generate(out(), options);
    }

    @Test
    void aSecondRunWithTheSameOptionsTouchesNothing() throws IOException {
        assertEquals(DataSet.Outcome.MADE, generate(OPTIONS));
        Files.writeString(out().resolve(TRUTH), "changed by hand");
        assertEquals(DataSet.Outcome.WAS_UP_TO_DATE, generate(OPTIONS));
        assertEquals("changed by hand", Files.readString(out().resolve(TRUTH)));
    }

    @Test
    void otherOptionsMakeItAnew() throws IOException {
        generate(OPTIONS);
        assertEquals(DataSet.Outcome.MADE, generate(OPTIONS.withRows(6, 5)));
        assertEquals(6, Files.readAllLines(out().resolve(TRUTH)).size());
        assertEquals(DataSet.Outcome.MADE, generate(OPTIONS.withRows(6, 5).withSeed(99)));
        assertEquals("generator=2\nseed=99\nchairs=6\nestates=5\nimages=false\n",
                Files.readString(out().resolve(OutputDirectory.STAMP)));
    }

    @Test
    void aMissingFileMakesItAnew() throws IOException {
        generate(OPTIONS);
        Files.delete(out().resolve(TRUTH));
        assertEquals(DataSet.Outcome.MADE, generate(OPTIONS));
        assertTrue(Files.exists(out().resolve(TRUTH)));
    }

    @Test
    void aHalfMadeDirectoryIsMadeAnew() throws Exception {
        generate(OPTIONS);
        SortedMap<String, String> whole = Digests.ofFiles(out());
        Files.delete(out().resolve(OutputDirectory.STAMP));
        Files.createFile(out().resolve(OutputDirectory.MARKER));
        Files.writeString(out().resolve(TRUTH), "half a li");
        assertEquals(DataSet.Outcome.MADE, generate(OPTIONS));
        assertEquals(whole, Digests.ofFiles(out()));
    }

    @Test
    void aRunThatFailsLeavesADirectoryThatIsMadeAnew() throws IOException {
        generate(OPTIONS);
        Path blocked = out().resolve("chair_condition.json");
        Files.delete(blocked);
        Files.createDirectory(blocked);
        assertThrows(IOException.class, () -> generate(OPTIONS));
        assertFalse(Files.exists(out().resolve(OutputDirectory.STAMP)));
        Files.delete(blocked);
        assertEquals(DataSet.Outcome.MADE, generate(OPTIONS));
        assertFalse(Files.exists(out().resolve(OutputDirectory.MARKER)));
    }

    @Test
    void somebodyElsesFilesAreNeverTouched() throws Exception {
        Files.createDirectories(out().resolve("result"));
        Files.writeString(out().resolve("0_Schema.sql"), "-- theirs");
        Files.writeString(out().resolve(TRUTH), "{}");
        Map<String, String> before = Digests.ofFiles(parent);
        IOException refused = assertThrows(IOException.class, () -> generate(OPTIONS));
        assertTrue(refused.getMessage().startsWith(out() + " holds files that this generator did not make"),
                refused.getMessage());
        assertEquals(before, Digests.ofFiles(parent));
    }

    @Test
    void anEmptyDirectoryIsFilled() throws IOException {
        Files.createDirectories(out());
        assertEquals(DataSet.Outcome.MADE, generate(OPTIONS));
    }

    @Test
    void aFileInPlaceOfTheDirectoryIsRefused() throws IOException {
        Files.createDirectories(out().getParent());
        Files.writeString(out(), "a file");
        IOException refused = assertThrows(IOException.class, () -> generate(OPTIONS));
        assertTrue(refused.getMessage().contains("is no directory"), refused.getMessage());
    }

    @Test
    void aDirectoryThatAnotherRunIsMakingIsRefused() throws IOException {
        try (OutputDirectory.Claim _ = new OutputDirectory(out()).claim()) {
            IOException refused = assertThrows(IOException.class, () -> generate(OPTIONS));
            assertTrue(refused.getMessage().contains("is being made by another run"), refused.getMessage());
        }
        assertEquals(DataSet.Outcome.MADE, generate(OPTIONS));
    }

    @Test
    void whatBelongedToTheOldDataGoesAndStrangersStay() throws IOException {
        generate(OPTIONS);
        Path picture = file("images/chair/" + "0123456789abcdef".repeat(4) + ".png");
        Path recorded = file("result/verification_data/chair_search/7.json");
        Path stranger = file("images/chair/favourite.png");
        generate(OPTIONS.withSeed(5));
        assertFalse(Files.exists(picture));
        assertFalse(Files.exists(recorded));
        assertTrue(Files.exists(stranger));
    }

    private Path file(String path) throws IOException {
        Path file = out().resolve(path);
        Files.createDirectories(file.getParent());
        return Files.createFile(file);
    }
}
