package isuumo.bench.cli;

import java.net.URI;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The server to ask. */
final class TargetOptions {
    @Option(names = "--target", paramLabel = "URL", defaultValue = "http://localhost:8080", description = "the server (default: ${DEFAULT-VALUE})")
    private String target;

    @Spec(Target.MIXEE)
    private CommandSpec spec;

    URI uri() {
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
