package isuumo.bench.cli;

import isuumo.bench.Parameters;
import isuumo.bench.answers.AnswerFiles;
import isuumo.bench.answers.Kind;
import isuumo.bench.answers.Recorded;
import isuumo.bench.answers.Recorded.Request;
import isuumo.bench.answers.Recorded.Response;
import isuumo.bench.answers.RequestPlan;
import isuumo.bench.data.DataSet;
import isuumo.bench.http.Browser;
import isuumo.bench.http.Browser.Lane;
import isuumo.bench.http.Network;
import isuumo.bench.http.Reply;
import isuumo.bench.story.UserAgents;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes what a running server answers, for comparing servers; it does not make that server right. */
@Command(name = "record", description = "Initializes a running server, then records its answers; the requests are those of 'expect' with the same seed.", mixinStandardHelpOptions = true, sortOptions = false)
final class RecordCommand implements Callable<Integer> {
    @Mixin
    private TargetOptions target;

    @Option(names = "--data", paramLabel = "DIR", required = true, description = "the data set the server was started with")
    private Path data;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "where to put them")
    private Path out;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "10", description = "chooses the requests (default: ${DEFAULT-VALUE})")
    private long seed;

    @Override
    public Integer call() throws IOException {
        URI uri = target.only();
        SplittableRandom random = new SplittableRandom(seed);
        RequestPlan plan = new RequestPlan(DataSet.read(data), random);
        int each = Parameters.contest().amounts().recordsInAll();
        try (Network network = new Network(List.of(uri));
                Browser browser = network.first(UserAgents.VERIFY)) {
            initialize(browser);
            for (Kind kind : Kind.values()) {
                List<Recorded> records = new ArrayList<>();
                for (int i = 0; i < (kind.single() ? 1 : each); i++) {
                    Request request = plan.request(kind);
                    records.add(new Recorded(request, ask(browser, request)));
                }
                AnswerFiles.write(out, kind, records);
            }
        }
        System.err.println("wrote " + out.toAbsolutePath().normalize());
        return 0;
    }

    /** A verify phase follows an initialization, so what is recorded must too. */
    private static void initialize(Browser browser) throws IOException {
        Reply reply = browser.post(Lane.FIRST, "/initialize", "application/json", new byte[0],
                Parameters.contest().timeouts().initialize().toNanos());
        if (reply.status() != 200) {
            throw new IOException("POST /initialize was answered " + reply.status() + ": " + reply.text());
        }
    }

    private static Response ask(Browser browser, Request request) throws IOException {
        long timeoutNanos = Parameters.contest().timeouts().verifyRequest().toNanos();
        try {
            Reply reply = request.method().equals("GET")
                    ? browser.get(Lane.FIRST, request.pathAndQuery(), timeoutNanos)
                    : browser.post(Lane.FIRST, request.pathAndQuery(), "application/json",
                            request.body().getBytes(StandardCharsets.UTF_8), timeoutNanos);
            return new Response(reply.status(), reply.text());
        } catch (IOException e) {
            throw new IOException(request.method() + " " + request.pathAndQuery() + ": " + e.getMessage()
                    + "; is the server up at the target?", e);
        }
    }
}
