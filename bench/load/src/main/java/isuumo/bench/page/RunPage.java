package isuumo.bench.page;

import static isuumo.bench.report.Html.text;

import isuumo.bench.report.HtmlReport;
import isuumo.bench.report.Panels;
import isuumo.bench.runs.KeptRun;
import isuumo.bench.runs.Noise;
import isuumo.bench.runs.Repository;
import isuumo.bench.runs.Runs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A kept run's page, from what lies in its folder. */
public final class RunPage {
    private RunPage() {}

    /**
     * Writes a run's {@code index.html}, and that of all runs.
     *
     * @param all     the oldest first, the run among them
     * @param against what the run is compared with
     * @return the difference in a few words; empty without a run to compare with
     */
    public static String write(Runs runs, List<KeptRun> all, KeptRun run, Optional<KeptRun> against,
            Repository repository) throws IOException, InterruptedException {
        String difference = difference(run, against, all);
        String comparison = "";
        if (against.isPresent()) {
            comparison = new Comparison(against.get(), run, Noise.of(all),
                    repository.between(against.get().card().commit(), run.card().commit())).html();
        }
        Files.writeString(file(run), HtmlReport.of(run.result(), new Panels(top(run, difference), comparison)));
        Files.writeString(runs.directory().resolve("index.html"), RunsIndex.of(all).html());
        return difference;
    }

    /** In a few words; empty without a run to compare with. */
    public static String difference(KeptRun run, Optional<KeptRun> against, List<KeptRun> all) {
        return against.map(earlier -> new Comparison(earlier, run, Noise.of(all), List.of()).main().explained() + " to "
                + earlier.name()).orElse("");
    }

    public static Path file(KeptRun run) {
        return run.folder().resolve("index.html");
    }

    private static String top(KeptRun run, String difference) {
        return text("<p>%s by %s: %s. <a href=\"../index.html\">All runs</a></p>", run.card().shortCommit(),
                run.card().author().isEmpty() ? "somebody" : run.card().author(), run.card().title())
                + (difference.isEmpty() ? "" : text("<div class=\"finding\"><p>Difference: %s.</p></div>", difference));
    }
}
