package isuumo.bench.page;

import static isuumo.bench.report.Html.text;

import isuumo.bench.access.AccessTable;
import isuumo.bench.hosts.HostSamples;
import isuumo.bench.hosts.HostSettings;
import isuumo.bench.hosts.Stacks;
import isuumo.bench.report.HtmlReport;
import isuumo.bench.report.Panels;
import isuumo.bench.runs.Hosts;
import isuumo.bench.runs.KeptRun;
import isuumo.bench.runs.Noise;
import isuumo.bench.runs.Repository;
import isuumo.bench.runs.Runs;
import isuumo.bench.statements.StatementTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

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
        StatementTable statements = statements(run);
        String comparison = "";
        if (against.isPresent()) {
            comparison = new Comparison(against.get(), run, Noise.of(all, run.kind()),
                    repository.between(against.get().card().commit(), run.card().commit()),
                    repository.between(run.card().commit(), against.get().card().commit())).html()
                    + new StatementComparison(statements(against.get()), statements).html();
        }
        AccessTable access = new AccessTable();
        for (Hosts.Collected log : Hosts.of(run).accessLogs()) {
            access.add(log.host(), log.file());
        }
        List<HostSamples> samples = samples(run);
        List<Stacks> stacks = stacks(run);
        List<String> finding = new ArrayList<>(new HostFinding(samples, stacks).sentences());
        finding.addAll(new Finding(run.result(), access).sentences());
        finding.addAll(new StatementFinding(statements).sentences());
        if (!difference.isEmpty()) {
            finding.add("Difference: " + difference + ".");
        }
        Files.writeString(file(run), HtmlReport.of(run.result(),
                new Panels(top(run, finding), new HostsPanel(samples).html() + tables(access, statements)
                        + new StacksPanel(stacks, against.isPresent() ? stacks(against.get()) : List.of()).html()
                        + comparison + new SettingsPanel(settings(run), run.settings(),
                                against.isPresent() ? settings(against.get()) : List.of()).html())));
        Files.writeString(runs.directory().resolve("index.html"), RunsIndex.of(all).html());
        return difference;
    }

    private static String tables(AccessTable access, StatementTable statements) {
        String tables = new AccessPanel(access).html() + new SlowestPanel(access).html()
                + new StatementsPanel(statements).html();
        return tables.isEmpty() ? "" : tables + SortedTable.SCRIPT;
    }

    private static List<HostSettings> settings(KeptRun run) throws IOException {
        List<HostSettings> hosts = new ArrayList<>();
        for (Hosts.Collected file : Hosts.of(run).settings()) {
            hosts.add(HostSettings.read(file.host(), file.file()));
        }
        return hosts;
    }

    private static StatementTable statements(KeptRun run) throws IOException {
        StatementTable statements = new StatementTable();
        for (Hosts.Collected log : Hosts.of(run).slowLogs()) {
            statements.add(log.host(), log.file());
        }
        return statements;
    }

    /** In a few words; empty without a run to compare with. */
    public static String difference(KeptRun run, Optional<KeptRun> against, List<KeptRun> all) {
        return against
                .map(earlier -> new Comparison(earlier, run, Noise.of(all, run.kind()), List.of(), List.of()).main()
                        .explained()
                        + ", compared with " + earlier.name())
                .orElse("");
    }

    /** Of the load phase, where its beginning is known. */
    private static List<HostSamples> samples(KeptRun run) throws IOException {
        double from = run.result().loadFromMillis() / 1e3;
        double to = from == 0
                ? Double.MAX_VALUE
                : from + run.result().loadSeconds() * run.result().variation().slowMotion();
        List<HostSamples> hosts = new ArrayList<>();
        for (Hosts.Collected file : Hosts.of(run).samples()) {
            hosts.add(HostSamples.read(file.host(), file.file()).between(from, to));
        }
        return hosts;
    }

    private static List<Stacks> stacks(KeptRun run) throws IOException {
        return Hosts.of(run).recordings().stream().map(file -> new Stacks(file.host(), file.file())).toList();
    }

    public static Path file(KeptRun run) {
        return run.folder().resolve("index.html");
    }

    private static String top(KeptRun run, List<String> finding) {
        return text("<p>%s by %s: %s. <a href=\"../index.html\">All runs</a></p>", run.card().shortCommit(),
                run.card().author().isEmpty() ? "somebody" : run.card().author(), run.card().title())
                + "<div class=\"finding\">" + finding.stream().map(sentence -> text("<p>%s</p>", sentence))
                        .collect(Collectors.joining())
                + "</div>";
    }
}
