package isuumo.durability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import isuumo.FollowingHost;
import isuumo.catalog.Uploads;
import isuumo.chair.ChairWrites;
import isuumo.testing.Account;
import isuumo.testing.BuildDirectory;
import isuumo.testing.LogLines;
import isuumo.testing.Rows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A start takes the catalogs of the initial rows from a file if that is right, and is right whatever the file is. */
class CatalogFileIT extends FollowingHosts {
    private static final String BUILD = "one build";
    private static final String TOOK = "INFO took the catalogs of the initial rows from ";
    private static final String BUILDING = "INFO building all catalogs from the database: ";

    private final Path file = BuildDirectory.resolve("catalog-file");
    private LogLines lines;

    @BeforeEach
    void writeTheFile() throws Exception {
        Files.deleteIfExists(file);
        lines = new LogLines("isuumo.CatalogFile");
        try (FollowingHost first = host(databases.primary(), file, BUILD).start()) {
            assertSaid(BUILDING + "there is no " + file + " yet");
            first.keepCatalogs();
            lines.await("wrote the catalogs");
        }
    }

    @AfterEach
    void hearNoMore() {
        lines.close();
    }

    private FollowingHost host(Account own, Path file, String build) throws IOException {
        return new FollowingHost(databases.primary(), own, SmallData.directory(ROWS), TUNING, Optional.of(file), build);
    }

    /** With what was sold, delivered and uploaded since the file was written. */
    @Test
    void aLaterStartTakesThem() throws Exception {
        sellAndAdd();
        execute("UPDATE isuumo.chair SET stock = 0 WHERE id BETWEEN 50 AND 60",
                "UPDATE isuumo.chair SET stock = 9 WHERE id BETWEEN 60 AND 70");
        assertTaken(databases.primary());
    }

    @Test
    void onAPeerToo() throws Exception {
        sellAndAdd();
        databases.awaitReplica();
        assertTaken(databases.replica());
        databases.restoreReplicaFromBackup();
        databases.awaitReplica();
        assertTaken(databases.replica());
    }

    @Test
    void initialRowsThatSomebodyHasChangedAreNotThose() throws Exception {
        for (String sql : List.of("UPDATE isuumo.chair SET price = price + 1 WHERE id = 17",
                "DELETE FROM isuumo.estate WHERE id = 18",
                "UPDATE isuumo.estate SET latitude = latitude + 1e-13 WHERE id = 3")) {
            execute(sql);
            assertBuilt(file, BUILD, "the database does not hold the initial rows as they were loaded");
            writer.restore();
        }
    }

    @Test
    void otherInitialRowsHaveAnotherFile() throws Exception {
        try (FollowingHost other = new FollowingHost(databases.primary(), databases.primary(),
                SmallData.directory(ROWS / 2), TUNING, Optional.of(file), BUILD).start()) {
            other.restore();
        }
        assertBuilt(file, BUILD, file + " is of other initial rows");
        try (FollowingHost host = host(databases.primary(), file, BUILD).start()) {
            lines.clear();
            host.keepCatalogs();
            lines.await("wrote the catalogs");
        }
        assertTaken(databases.primary());
    }

    @Test
    void aDamagedFileIsNotTaken() throws Exception {
        byte[] whole = Files.readAllBytes(file);
        byte[] flipped = whole.clone();
        flipped[whole.length / 2] ^= 4;
        for (byte[] damaged : List.of(flipped, Arrays.copyOf(whole, whole.length / 2), new byte[0])) {
            Files.write(file, damaged);
            assertBuilt(file, BUILD, file + " is damaged");
        }
    }

    @Test
    void anotherBuildsIsNotTaken() throws Exception {
        assertBuilt(file, "another build", file + " was written by another build, " + BUILD);
    }

    @Test
    void whereNoneCanBeWrittenAllElseGoesOn() throws Exception {
        Path nowhere = file.resolve("in a file is no directory");
        try (FollowingHost host = host(databases.primary(), nowhere, BUILD).start()) {
            host.keepCatalogs();
            lines.await("WARNING cannot write " + nowhere + ", so that the next start takes longer: ");
            sellAndAdd();
            host.assertAsBuiltAnew(MAX_ID);
        }
    }

    @Test
    void itIsWrittenWhileOthersWrite() throws Exception {
        Files.delete(file);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                FollowingHost host = host(databases.primary(), file, BUILD).start()) {
            Future<?> others = threads.submit(() -> {
                sellAndAdd();
                return null;
            });
            lines.clear();
            host.keepCatalogs();
            lines.await("wrote the catalogs");
            others.get();
        }
        assertTaken(databases.primary());
    }

    private void sellAndAdd() throws Exception {
        Uploads.add(writer.chairs(), List.of(Rows.chair(ROWS + 1), Rows.stock(Rows.chair(ROWS + 2), 0)));
        Uploads.add(writer.estates(), List.of(Rows.estate(ROWS + 1)));
        for (int id = 1; id <= 20; id++) {
            while (ChairWrites.buy(writer.chairs(), id)) {
                // until it is sold out
            }
        }
    }

    /** And what is restored from them is right as well. */
    private void assertTaken(Account own) throws Exception {
        lines.clear();
        try (FollowingHost host = host(own, file, BUILD).start()) {
            assertSaid(TOOK + file);
            host.assertAsBuiltAnew(MAX_ID);
            writer.restore();
            host.assertAsBuiltAnew(MAX_ID);
        }
    }

    private void assertBuilt(Path from, String build, String why) throws Exception {
        lines.clear();
        try (FollowingHost host = host(databases.primary(), from, build).start()) {
            assertEquals(1, lines.all().size(), lines.all()::toString);
            assertTrue(lines.all().getFirst().startsWith(BUILDING + why), lines.all()::toString);
            host.assertAsBuiltAnew(MAX_ID);
        }
    }

    private void assertSaid(String line) {
        assertEquals(List.of(line), lines.all());
    }
}
