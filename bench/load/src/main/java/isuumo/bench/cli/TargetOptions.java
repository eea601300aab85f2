package isuumo.bench.cli;

import java.net.URI;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The server to ask, at one or several addresses. */
final class TargetOptions {
    @Option(names = "--target", paramLabel = "URL", defaultValue = "http://localhost:8080", description = "the server (default: ${DEFAULT-VALUE}). Given again (run only): more front doors behind one name, as DNS or a cloud's balancer spreads people; each browser of the load keeps to one, in turn, initialize and verify go to the first")
    private List<String> targets;

    @Spec(Target.MIXEE)
    private CommandSpec spec;

    /** All of them, at least one. */
    List<URI> uris() {
        return targets.stream().map(this::uri).toList();
    }

    /** For a command that asks one address. */
    URI only() {
        if (targets.size() > 1) {
            throw new ParameterException(spec.commandLine(),
                    "--target is given " + targets.size() + " times: this command asks one server, give one");
        }
        return uris().getFirst();
    }

    private URI uri(String target) {
        try {
            URI uri = URI.create(target);
            if ("http".equals(uri.getScheme()) && uri.getHost() != null && uri.getRawQuery() == null) {
                return uri;
            }
        } catch (IllegalArgumentException _) {
            // told below
        }
        throw new ParameterException(spec.commandLine(),
                "--target is '" + target + "': give an address such as http://localhost:8080 (http only, no query)");
    }
}
