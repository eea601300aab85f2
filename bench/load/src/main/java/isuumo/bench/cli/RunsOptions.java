package isuumo.bench.cli;

import isuumo.bench.runs.Repository;
import isuumo.bench.runs.Runs;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Where runs are kept, and the repository that they are runs of. The start script names both. */
final class RunsOptions {
    /** System property: the repository's root. */
    private static final String ROOT = "isuumo.root";

    @Option(names = "--runs", paramLabel = "DIR", description = "where runs are kept, one folder each; a team may share it (default: .local/runs of the repository)")
    private Path directory;

    @Spec(Target.MIXEE)
    private CommandSpec spec;

    /** Empty where none is named and no repository is known. */
    Optional<Runs> runs() {
        Optional<Path> named = Optional.ofNullable(directory);
        return named.or(() -> root().map(root -> root.resolve(".local/runs"))).map(Runs::new);
    }

    Runs needed() {
        return runs().orElseThrow(() -> new ParameterException(spec.commandLine(),
                "--runs is missing: give the directory where runs are kept"));
    }

    static Optional<Path> root() {
        return Optional.ofNullable(System.getProperty(ROOT)).map(Path::of);
    }

    static Repository repository() {
        return new Repository(root().orElse(Path.of(".")));
    }
}
