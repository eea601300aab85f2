package isuumo.bench.cli;

import com.fasterxml.jackson.databind.JsonNode;
import isuumo.bench.page.RunPage;
import isuumo.bench.report.Result;
import isuumo.bench.runs.KeptRun;
import isuumo.bench.runs.Repository;
import isuumo.bench.runs.RunCard;
import isuumo.bench.runs.Runs;
import isuumo.bench.runs.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Keeps a run, compares it, and writes its page. */
final class Keeping {
    @Mixin
    private RunsOptions place;

    @Mixin
    private AccessLogs accessLogs;

    private static final String DIRTY = "-dirty";

    @Option(names = "--commit", paramLabel = "ID", description = "of the server that is asked, with -dirty where it holds changes that no commit has (default: as its /version tells, else the repository's)")
    private String commit;

    @Option(names = "--no-keep", description = "leave no trace among the kept runs")
    private boolean dropped;

    @Option(names = "--against", paramLabel = "RUN", description = "compare with this kept run, or the only one whose name begins so (default: the one before that was asked for in the same way)")
    private String against;

    @Option(names = "--note", paramLabel = "TEXT", defaultValue = "", description = "what was changed, for the list of runs (default: the commit's subject)")
    private String note;

    /** A run that was kept, and how it differs in a few words; these may be empty. */
    record Kept(KeptRun run, String difference, Path page) {}

    /** Says before a run whether its comparison can be made after it. */
    void check() throws IOException {
        accessLogs.mark();
        if (against != null && !dropped && place.runs().isPresent()) {
            place.needed().find(against);
        }
    }

    /** Nothing where runs are not kept. */
    Optional<Kept> keep(Result result) throws IOException, InterruptedException {
        Optional<Runs> runs = dropped ? Optional.empty() : place.runs();
        if (runs.isEmpty()) {
            return Optional.empty();
        }
        Settings settings = RunsOptions.root().isPresent()
                ? Settings.ofRepository(RunsOptions.root().get())
                : Settings.NONE;
        KeptRun run = runs.get().keep(result, card(result), settings);
        accessLogs.keep(run);
        return Optional.of(page(runs.get(), run, against));
    }

    /** @param against the name of a run; null for the one before */
    static Kept page(Runs runs, KeptRun run, String against) throws IOException, InterruptedException {
        List<KeptRun> all = runs.all(System.err::println);
        Optional<KeptRun> other = against == null ? Runs.before(run, all) : Optional.of(runs.find(against));
        String difference = RunPage.write(runs, all, run, other, RunsOptions.repository());
        return new Kept(run, difference, RunPage.file(run).toAbsolutePath().normalize());
    }

    private RunCard card(Result result) throws IOException, InterruptedException {
        Repository repository = RunsOptions.repository();
        JsonNode version = result.version();
        if (commit != null) {
            return card(repository, commit.replaceFirst(DIRTY + "$", ""), commit.endsWith(DIRTY));
        }
        return version != null && version.path("commit").isTextual()
                ? card(repository, version.path("commit").asText(), version.path("dirty").asBoolean())
                : card(repository, "HEAD", repository.isChanged());
    }

    private RunCard card(Repository repository, String id, boolean dirty) throws IOException, InterruptedException {
        Optional<Repository.Commit> known = repository.commit(id);
        return known.map(c -> new RunCard(c.id(), dirty, c.author(), c.subject(), note))
                .orElseGet(() -> new RunCard(id.equals("HEAD") ? "unknown" : id, dirty, "", "", note));
    }
}
