package isuumo.bench.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import isuumo.bench.data.BadData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunsTest {
    @TempDir
    private Path directory;

    private Runs runs;
    private KeptRuns kept;

    @BeforeEach
    void open() {
        runs = new Runs(directory.resolve("runs"));
        kept = new KeptRuns(runs);
    }

    private List<KeptRun> all() throws IOException {
        List<String> damaged = new ArrayList<>();
        List<KeptRun> all = runs.all(damaged::add);
        assertEquals(List.of(), damaged);
        return all;
    }

    @Test
    void aRunIsReadAsItWasKept() throws IOException {
        assertEquals(List.of(), all());
        Settings settings = new Settings(Map.of("nginx/a.conf", List.of("one", "二"), "jvm.options", List.of()));
        KeptRun run = kept.keep("abc", 500, 0, settings);
        assertEquals("20261201T000000Z-1", run.name());
        assertEquals(List.of(run), all());
        assertEquals(run, runs.find("2026"));
    }

    /** People who share the directory may start in the same second. */
    @Test
    void runsOfOneSecondAreInTheOrderInWhichTheyWereKept() throws IOException {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 11; i++) {
            names.add(new KeptRuns(runs).keep("abc", i).name());
        }
        assertEquals(IntStream.rangeClosed(1, 11).mapToObj(i -> "20261201T000000Z-" + i).toList(), names);
        assertEquals(names, all().stream().map(KeptRun::name).toList());
        assertEquals(0, runs.find("20261201T000000Z-1").result().score()); // not 10 or 11, which begin so
    }

    @Test
    void aDamagedOrForeignFolderIsNamedAndTheOthersAreListed() throws IOException {
        KeptRun first = kept.keep("abc", 1);
        KeptRun second = kept.keep("abc", 2);
        KeptRun third = kept.keep("abc", 3);
        Files.writeString(first.folder().resolve("result.json"), "{\"pass\":");
        Files.writeString(third.folder().resolve("run.json"), "{}");
        Files.createDirectory(runs.directory().resolve("no run"));
        List<String> damaged = new ArrayList<>();
        assertEquals(List.of(second), runs.all(damaged::add));
        assertEquals(2, damaged.size(), damaged::toString);
        assertTrue(damaged.getFirst().startsWith(first.folder().resolve("result.json") + ": damaged"),
                damaged::toString);
        assertTrue(damaged.getLast().startsWith(third.folder().resolve("run.json") + ": it names no commit"),
                damaged::toString);
    }

    @Test
    void aNameThatIsNobodysOrSeveralsIsSaidToBe() throws IOException {
        kept.keep("abc", 1);
        kept.keep("abc", 2);
        assertTrue(assertThrows(BadData.class, () -> runs.find("2026")).getMessage()
                .startsWith("'2026' is the beginning of 2 runs' names"));
        assertTrue(assertThrows(BadData.class, () -> runs.find("x")).getMessage().contains("of 0 runs' names"));
    }

    @Test
    void aRunIsComparedWithTheLastThatWasAskedForInTheSameWay() throws IOException {
        KeptRun first = kept.keep("abc", 1);
        KeptRun open = kept.keep("abc", 2, 500, Settings.NONE);
        KeptRun second = kept.keep("def", 3);
        assertEquals(Optional.empty(), Runs.before(first, all()));
        assertEquals(Optional.empty(), Runs.before(open, all()));
        assertEquals(Optional.of(first), Runs.before(second, all()));
    }

    @Test
    void whatTwoRunsOfTheSameDifferByIsNoise() throws IOException {
        kept.keep("a", 900);
        kept.keep("b", 1_000);
        Noise unknown = Noise.of(all(), all().getFirst().kind());
        assertEquals("+11.1 % (the noise is not known: play the same commit twice)",
                unknown.change(Figures.SCORE, 900, 1_000).explained());
        kept.keep("b", 1_040);
        kept.keep("dirty+", 100);
        kept.keep("dirty+", 9_000);
        kept.keep("b", 5_000, 0, new Settings(Map.of("f", List.of("other"))));
        kept.keep("b", -1);
        kept.keep("b", 10, 500, Settings.NONE);
        kept.keep("b", 90, 500, Settings.NONE);
        Noise noise = Noise.of(all(), all().getFirst().kind());
        assertEquals(0.04, noise.of(Figures.SCORE).orElseThrow(), 1e-9);
        assertEquals(0.04, noise.of(Figures.p50("GET /x")).orElseThrow(), 1e-9);
        assertEquals("none", noise.change(Figures.SCORE, 1_000, 1_040).toString());
        assertEquals("none", noise.change(Figures.SCORE, 1_000, 960).toString());
        assertEquals("+4.1 %", noise.change(Figures.SCORE, 1_000, 1_041).toString());
        assertEquals("-5.0 % (runs of the same commit differ by up to 4.0 %)",
                noise.change(Figures.SCORE, 1_000, 950).explained());
        assertEquals("-", noise.change(Figures.SCORE, 0, 5).toString());
    }

    @Test
    void settingsTellWhichLinesChanged() throws IOException {
        Path root = directory.resolve("root");
        Files.createDirectories(root.resolve("nginx/test"));
        Files.createDirectories(root.resolve("webapp"));
        Files.writeString(root.resolve("nginx/a.conf"), "one\ntwo\nthree\n");
        Files.writeString(root.resolve("nginx/test/check"), "no setting");
        Files.write(root.resolve("nginx/picture"), new byte[]{(byte) 0xff, 0, 1});
        Files.writeString(root.resolve("webapp/jvm.options"), "-Xmx1g\n");
        Settings before = Settings.ofRepository(root);
        assertEquals(Map.of("nginx/a.conf", List.of("one", "two", "three"), "webapp/jvm.options", List.of("-Xmx1g")),
                before.files());
        assertEquals(List.of(), Settings.ofRepository(root).since(before));
        Files.writeString(root.resolve("nginx/a.conf"), "one\n2\nthree\nfour\n");
        Files.delete(root.resolve("webapp/jvm.options"));
        assertEquals(List.of("nginx/a.conf", "- two", "+ 2", "+ four", "webapp/jvm.options", "- -Xmx1g"),
                Settings.ofRepository(root).since(before));
    }

    @Test
    void gitIsAskedAboutCommitsAndNothingElse() throws Exception {
        Repository none = new Repository(directory);
        assertEquals(Optional.empty(), none.commit("unknown"));
        assertEquals(List.of(), none.between("--output=" + directory.resolve("written"), "HEAD"));
        assertTrue(Files.notExists(directory.resolve("written")));
        Path root = Files.createDirectory(directory.resolve("git"));
        git(root, "init", "-q");
        git(root, "commit", "-q", "--allow-empty", "-m", "One");
        git(root, "commit", "-q", "--allow-empty", "-m", "Two\tand more");
        Repository repository = new Repository(root);
        Repository.Commit head = repository.commit("HEAD").orElseThrow();
        assertEquals("Ann B: Two\tand more", head.author() + ": " + head.subject());
        assertEquals(List.of(), repository.between(head.id(), head.id()));
        assertFalse(repository.isChanged());
        Files.writeString(root.resolve("new"), "");
        assertTrue(repository.isChanged());
        git(root, "commit", "-q", "--allow-empty", "-m", "Three");
        String third = repository.commit("HEAD").orElseThrow().id();
        assertEquals(List.of("Three"),
                repository.between(head.id(), third).stream().map(Repository.Commit::subject).toList());
        assertEquals(List.of(), repository.between(third, head.id()));
    }

    private static void git(Path root, String... arguments) throws Exception {
        List<String> git = new ArrayList<>(List.of("git", "-C", root.toString(), "-c", "user.name=Ann B", "-c",
                "user.email=a@example.com"));
        git.addAll(List.of(arguments));
        assertEquals(0, new ProcessBuilder(git).inheritIO().start().waitFor());
    }
}
