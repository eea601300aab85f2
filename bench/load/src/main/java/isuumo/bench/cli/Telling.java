package isuumo.bench.cli;

import isuumo.bench.report.Result;
import isuumo.bench.tell.ChatMessage;
import isuumo.bench.tell.CommandDelivery;
import isuumo.bench.tell.Delivery;
import isuumo.bench.tell.HttpDelivery;
import isuumo.bench.tell.Metric;
import isuumo.bench.tell.Outbox;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Whom to tell, and by what. */
final class Telling {
    @Option(names = "--webhook-file", paramLabel = "FILE", description = "tell a chat: the file holds its webhook's address")
    private Path webhook;

    @Option(names = "--metrics-file", paramLabel = "FILE", description = "send figures as JSON: the file holds the metrics service's address")
    private Path metrics;

    @Option(names = "--metrics-command", paramLabel = "COMMAND", description = "give figures as lines of name, value and time with tabs to a shell command's input")
    private String command;

    @Option(names = "--pages", paramLabel = "URL", description = "where the directory of runs can be read, for the page's address in the message (default: the file's path)")
    private String pages;

    @Option(names = "--outbox", paramLabel = "DIR", description = "where messages wait that could not be delivered; they are sent at the next time (default: .local/outbox of the repository)")
    private Path outbox;

    @Spec(Target.MIXEE)
    private CommandSpec spec;

    private Optional<Delivery> chat = Optional.empty();
    private Optional<Delivery> service = Optional.empty();

    /** Reads the addresses, so that a wrong one is told before a run. */
    void check() {
        chat = Optional.ofNullable(webhook).map(HttpDelivery::toAddressIn);
        service = Optional.ofNullable(metrics).map(HttpDelivery::toAddressIn);
        if (asked() && outbox == null && RunsOptions.root().isEmpty()) {
            throw new ParameterException(spec.commandLine(),
                    "--outbox is missing: give a directory for messages that cannot be delivered yet");
        }
    }

    boolean asked() {
        return webhook != null || metrics != null || command != null;
    }

    /** A run's score, difference, commit and page; and its figures. */
    boolean tell(Result result, Optional<Keeping.Kept> kept) throws IOException, InterruptedException {
        return asked() && tell(Optional.of(text(result, kept)), Metric.of(result));
    }

    private String text(Result result, Optional<Keeping.Kept> kept) {
        StringBuilder text = new StringBuilder("ISUUMO benchmark: ").append(result.pass()
                ? String.format(Locale.ROOT, "PASS, %,d points", result.score())
                : "FAIL, " + result.reason());
        kept.ifPresent(run -> {
            if (!run.difference().isEmpty() && result.pass()) {
                text.append(", ").append(run.difference());
            }
            text.append("\ncommit ").append(run.run().card().shortCommit()).append(": ")
                    .append(run.run().card().title()).append('\n')
                    .append(pages == null
                            ? run.page().toString()
                            : pages.replaceAll("/+$", "") + "/" + run.run().name() + "/index.html");
        });
        return text.toString();
    }

    /** @return whether everything has arrived, also what waited from before */
    boolean tell(Optional<String> text, List<Metric> figures) throws IOException, InterruptedException {
        byte[] message = text.isPresent() ? new ChatMessage(text.get()).json() : new byte[0];
        boolean arrived = send("chat", chat, message);
        arrived &= send("metrics", service, figures.isEmpty() ? new byte[0] : Metric.json(figures));
        return arrived & send("command", Optional.ofNullable(command).map(CommandDelivery::new),
                Metric.lines(figures));
    }

    private boolean send(String name, Optional<Delivery> to, byte[] message) throws IOException, InterruptedException {
        if (to.isEmpty()) {
            return true;
        }
        Path directory = outbox == null ? RunsOptions.root().orElseThrow().resolve(".local/outbox") : outbox;
        Outbox box = new Outbox(directory.resolve(name));
        if (message.length > 0) {
            box.put(message);
        }
        return box.deliver(to.get(), said -> System.err.println("  not told: " + said));
    }
}
