package isuumo.bench.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import isuumo.bench.Variation;
import isuumo.bench.answers.AnswerSource;
import isuumo.bench.answers.Kind;
import isuumo.bench.answers.PlainAnswers;
import isuumo.bench.answers.Recorded;
import isuumo.bench.data.Chair;
import isuumo.bench.data.Csv;
import isuumo.bench.data.DataSet;
import isuumo.bench.data.Item;
import isuumo.bench.data.Json;
import isuumo.bench.fault.PlainServer;
import isuumo.bench.fault.SmallData;
import isuumo.bench.report.Result;
import isuumo.bench.report.ResultFiles;
import isuumo.bench.runs.KeptRun;
import isuumo.bench.runs.Runs;
import isuumo.bench.tell.MoodyServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** What a person types and gets: files, exit codes, one clear line for bad input. */
final class BenchCommandTest {
    private static final DataSet DATA = SmallData.of(4);

    @TempDir
    private Path folder;

    /** An exit code and what went to the two outputs. */
    private record Ended(int code, String out, String err) {}

    private static Ended run(String... args) {
        PrintStream errBefore = System.err;
        PrintStream outBefore = System.out;
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            int code = BenchCommand.execute(args);
            return new Ended(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        } finally {
            System.setErr(errBefore);
            System.setOut(outBefore);
        }
    }

    private void writeData() throws IOException {
        Path drafts = folder.resolve("result/draft_data");
        Files.createDirectories(drafts.resolve("chair"));
        Files.createDirectories(drafts.resolve("estate"));
        Files.writeString(folder.resolve("chair_condition.json"), DATA.chairDocument().toString());
        Files.writeString(folder.resolve("estate_condition.json"), DATA.estateDocument().toString());
        lines("chair_json.txt", DATA.chairs());
        lines("estate_json.txt", DATA.estates());
        lines("verify_draft_chair.txt", DATA.verifyChairs());
        lines("verify_draft_estate.txt", DATA.verifyEstates());
        for (int i = 0; i < DATA.chairDrafts().size(); i++) {
            lines("draft_data/chair/" + i + ".txt", DATA.chairDrafts().get(i));
            lines("draft_data/estate/" + i + ".txt", DATA.estateDrafts().get(i));
        }
    }

    private void lines(String name, List<? extends Item> rows) throws IOException {
        String text = rows.stream().map(row -> Json.MAPPER.<ObjectNode>valueToTree(row).toString())
                .collect(Collectors.joining("\n"));
        Files.writeString(folder.resolve("result/" + name), text);
    }

    @Test
    void aDataSetIsReadAsItWasWritten() throws IOException {
        writeData();
        assertEquals(DATA, DataSet.read(folder));
    }

    @Test
    void expectWritesAHundredRightAnswersOfEachKindAndTheSameOnesAgain() throws IOException {
        writeData();
        Path answers = folder.resolve("result/verification_data");
        assertEquals(0, run("expect", "--data", folder.toString()).code());
        String first = Files.readString(answers.resolve("chair_search/7.json"));
        assertEquals(0, run("expect", "--data", folder.toString()).code());
        assertEquals(first, Files.readString(answers.resolve("chair_search/7.json")));
        PlainAnswers right = new PlainAnswers(DATA);
        for (Kind kind : Kind.values()) {
            try (Stream<Path> files = Files.list(answers.resolve(kind.folder()))) {
                assertEquals(kind.single() ? 1 : 100, files.count(), kind.folder());
            }
            for (Recorded recorded : AnswerSource.files(answers).some(kind, 20, new SplittableRandom(1))) {
                assertEquals(right.answer(recorded.request()), recorded.response());
            }
        }
    }

    /** A server that has sold pieces is brought back first, else a verify phase would expect what is not so any more. */
    @Test
    void recordWritesWhatAFreshlyInitializedServerAnswers() throws IOException, InterruptedException {
        writeData();
        Path recorded = folder.resolve("recorded");
        try (PlainServer server = PlainServer.right(DATA); HttpClient client = HttpClient.newHttpClient()) {
            for (Chair chair : DATA.chairs()) {
                for (int piece = 0; piece < chair.stock(); piece++) {
                    client.send(HttpRequest.newBuilder(server.uri().resolve("/api/chair/buy/" + chair.id()))
                            .POST(BodyPublishers.ofString("{\"email\":\"a@example.com\"}")).build(),
                            BodyHandlers.discarding());
                }
            }
            assertEquals(0, run("record", "--target", server.uri().toString(), "--data", folder.toString(), "--out",
                    recorded.toString()).code());
        }
        assertEquals(0, run("expect", "--data", folder.toString()).code());
        for (Kind kind : Kind.values()) {
            List<Recorded> expected = AnswerSource.files(folder.resolve("result/verification_data")).some(kind, 20,
                    new SplittableRandom(1));
            assertEquals(expected, AnswerSource.files(recorded).some(kind, 20, new SplittableRandom(1)));
        }
    }

    @Test
    void badInputGetsOneLineAndItsExitCode() throws IOException {
        writeData();
        String data = folder.toString();
        Files.writeString(folder.resolve("result/estate_json.txt"), "{\"id\":1}\n{oops");
        check(1, "estate_json.txt, line 2: no readable JSON", "--data", data);
        check(1, "has no folder 'result'", "--data", data + "/none");
        check(1, "give a folder that 'run --report' has written", "compare", data, data);
        check(2, "--target is 'ftp://x'", "--data", data, "--target", "ftp://x");
        check(2, "'1h' is no duration", "--data", data, "--duration", "1h");
        check(2, "--slow-motion is 0.9: give 1 to 20", "--data", data, "--slow-motion", "0.9");
        check(2, "--slow-motion is 20.5: give 1 to 20", "--data", data, "--slow-motion", "20.5");
        check(2, "--slow-motion is NaN", "--data", data, "--slow-motion", "NaN");
        check(2, "--crowd is 0: give a whole number from 1 to 20", "--data", data, "--crowd", "0");
        check(2, "--crowd is 21", "--data", data, "--crowd", "21");
        check(2, "'1.5' is not an int", "--data", data, "--crowd", "1.5");
        check(2, "--target is given 2 times", "record", "--data", data, "--out", data, "--target", "http://a",
                "--target", "http://b");
        check(2, "--rate is -5", "--data", data, "--rate=-5");
        check(2, "Missing required option: '--data=DIR'", "run");
        check(2, "Unknown option: '--fast'", "--data", data, "--fast");
    }

    /** Whatever is at the address, a team's scripts read one line of JSON. */
    @Test
    void aTargetThatCannotAnswerFailsWithTheOneLineAndASentence() throws Exception {
        writeData();
        refused("http://no-such-host.invalid:8080", "the host name no-such-host.invalid is not known here");
        ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        closed.close();
        refused("http://127.0.0.1:" + closed.getLocalPort(),
                "Connection refused by 127.0.0.1:" + closed.getLocalPort() + "; start the server");
        check(1, "http://no-such-host.invalid gives no answer: the host name no-such-host.invalid is not known here",
                "overload", "--data", folder.toString(), "--target", "http://no-such-host.invalid");
        try (ServerSocket other = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> greet(other));
            refused("http://127.0.0.1:" + other.getLocalPort(),
                    "no valid HTTP answer (it begins with 'SSH-2.0-OpenSSH_9.2??'");
        }
    }

    /** A server of another protocol, which speaks first. */
    private static void greet(ServerSocket listener) {
        try {
            while (true) {
                try (Socket socket = listener.accept()) {
                    socket.getOutputStream().write("SSH-2.0-OpenSSH_9.2\r\n".getBytes(StandardCharsets.US_ASCII));
                    socket.getInputStream().readAllBytes(); // until the client hangs up
                }
            }
        } catch (IOException _) {
            // closed
        }
    }

    private void refused(String target, String said) throws IOException {
        Ended ended = run("--data", folder.toString(), "--target", target, "--duration", "1s");
        assertEquals(1, ended.code(), ended.err());
        assertEquals(1, ended.out().lines().count(), ended.out());
        JsonNode line = Json.MAPPER.readTree(ended.out());
        assertEquals("false 0", line.get("pass") + " " + line.get("score"), ended.out());
        assertTrue(line.get("reason").asText().contains(said), ended.out());
        assertFalse(ended.err().contains("\tat "), ended.err());
    }

    @Test
    void aDamagedOrForeignResultIsNamed() throws IOException {
        writeData();
        Path other = Files.createDirectory(folder.resolve("other"));
        String name = other.resolve("result.json").toString();
        check(1, name + ": missing; give a folder", "compare", other.toString(), other.toString());
        for (String[] damaged : new String[][]{{"{\"pass\":tr", "damaged, or no JSON"}, {"", "damaged, or no JSON"},
                {"[1]", "damaged, or no JSON"}, {"null", "no result of this benchmark"},
                {"{\"pass\":true,\"score\":3}", "no result of this benchmark: it lacks reason, target, startedAt"}}) {
            Files.writeString(other.resolve("result.json"), damaged[0]);
            check(1, name + ": " + damaged[1], "compare", other.toString(), other.toString());
        }
    }

    @Test
    void runsAreKeptComparedAndListed() throws IOException {
        writeData();
        Path runs = folder.resolve("runs");
        String[] again = {"--data", folder.toString(), "--duration", "1s", "--runs", runs.toString(), "--target"};
        String said = "";
        try (PlainServer server = PlainServer.right(DATA)) {
            for (String note : List.of("first", "second")) {
                Ended ended = run(Stream
                        .concat(Stream.of(again), Stream.of(server.uri().toString(), "--note", note, "--commit",
                                note.equals("second") ? "0123456789ab-dirty" : "0123456789ab"))
                        .toArray(String[]::new));
                assertEquals(0, ended.code(), ended.err());
                said = ended.err();
            }
            assertEquals(0, run(Stream.concat(Stream.of(again), Stream.of(server.uri().toString(), "--no-keep"))
                    .toArray(String[]::new)).code());
            check(1, "'19' is the beginning of 0 runs' names", Stream.concat(Stream.of(again),
                    Stream.of(server.uri().toString(), "--against", "19")).toArray(String[]::new));
        }
        assertTrue(said.contains("difference: "), said);
        List<KeptRun> kept = new Runs(runs).all(damaged -> {
            throw new AssertionError(damaged);
        });
        assertEquals(List.of("first", "second"), kept.stream().map(run -> run.card().title()).toList());
        assertEquals(List.of(false, true), kept.stream().map(run -> run.card().dirty()).toList());
        assertEquals("0123456789ab", kept.getLast().card().commit());
        Ended listed = run("runs", "--runs", runs.toString());
        assertEquals(0, listed.code());
        assertTrue(listed.out().lines().toList().getLast().endsWith("  second"), listed.out());
        Ended page = run("page", kept.getFirst().name(), "--runs", runs.toString(), "--against",
                kept.getLast().name());
        assertEquals(0, page.code(), page.err());
        assertTrue(Files.readString(Path.of(page.out().strip())).contains("Compared with " + kept.getLast().name()));
        Files.writeString(kept.getFirst().folder().resolve("result.json"), "{");
        listed = run("runs", "--runs", runs.toString());
        assertTrue(listed.err().contains(kept.getFirst().name() + "/result.json: damaged"), listed.err());
        assertEquals(2, listed.out().lines().count(), listed.out());
        check(2, "--runs is missing", "runs");
    }

    @Test
    void aRunIsToldToAChatAndItsFiguresToAService() throws IOException {
        writeData();
        Path runs = folder.resolve("runs");
        Path figures = folder.resolve("figures");
        try (PlainServer server = PlainServer.right(DATA); MoodyServer chat = new MoodyServer()) {
            String address = chat.addressIn(folder).toString();
            chat.will(503, 503, 503);
            Ended ended = run("--data", folder.toString(), "--duration", "1s", "--runs", runs.toString(), "--target",
                    server.uri().toString(), "--note", "a < b", "--webhook-file", address, "--metrics-command",
                    "cat >> '" + figures + "'", "--pages", "https://bench.example/", "--outbox",
                    folder.resolve("outbox").toString());
            assertEquals(0, ended.code(), ended.err());
            assertTrue(ended.err().contains("answers 503; 1 messages wait in"), ended.err());
            assertFalse((ended.err() + ended.out()).contains("s3cret"), ended.err());
            long score = Json.MAPPER.readTree(ended.out()).get("score").asLong();
            assertTrue(Files.readString(figures).contains("isuumo.benchmark.score\t" + (double) score + "\t"));
            String name = new Runs(runs).find("20").name();
            Ended told = run("tell", "--outbox", folder.resolve("outbox").toString(), "--webhook-file", address,
                    "--text", "deployed abc", "--metric", "deploys=2");
            assertEquals(0, told.code(), told.err());
            assertEquals(0, run("tell", "--outbox", folder.resolve("outbox").toString(), "--webhook-file", address,
                    "--run", name, "--runs", runs.toString()).code());
            assertEquals(3, chat.taken().size(), () -> chat.taken().toString());
            String text = Json.MAPPER.readTree(chat.taken().getFirst()).get("text").asText();
            assertTrue(text.startsWith("ISUUMO benchmark: PASS, ") && text.contains(": a &lt; b\n")
                    && text.endsWith("\nhttps://bench.example/" + name + "/index.html"), text);
            assertEquals("{\"text\":\"deployed abc\"}", chat.taken().get(1));
            assertTrue(chat.taken().getLast().contains("a &lt; b"), chat.taken()::getLast);
        }
        check(2, "nobody is to be told", "tell", "--text", "x");
        check(2, "--outbox is missing", "tell", "--text", "x", "--metrics-command", "cat");
        check(1, "/none: unreadable", "tell", "--text", "x", "--webhook-file", folder + "/none", "--outbox",
                folder.toString());
        check(1, "'a b' is no metric's name", "tell", "--metric", "a b=1", "--metrics-command", "cat", "--outbox",
                folder.toString());
    }

    @Test
    void aLogGainsWhatIsKeptOfIt() throws IOException {
        Path log = Files.writeString(folder.resolve("nginx.log"), "from before\n");
        AccessLogs logs = new AccessLogs();
        new CommandLine(CommandSpec.create().addMixin("logs", CommandSpec.forAnnotatedObject(logs)))
                .parseArgs("--access-log", "isu1=" + log);
        KeptRun run = new KeptRun(folder.resolve("run"), null, null, null);
        logs.mark();
        Files.writeString(log, "of the run\n", StandardOpenOption.APPEND);
        logs.keep(run);
        Path kept = run.folder().resolve("hosts/isu1/access.log");
        assertEquals("of the run\n", Files.readString(kept));
        logs.mark();
        Files.writeString(log, "begun anew\n"); // by logrotate
        logs.keep(run);
        assertEquals("begun anew\n", Files.readString(kept));
        check(1, "--access-log isu1=" + folder + "/none: give a host's name", "--data", folder.toString(), "--runs",
                folder.toString(), "--access-log", "isu1=" + folder + "/none");
        check(1, "--access-log ../x=" + log + ": give a host's name", "--data", folder.toString(), "--runs",
                folder.toString(), "--access-log", "../x=" + log);
    }

    @Test
    void aRunInSlowMotionTellsItsTimesInTheRulesTime() throws IOException {
        writeData();
        Path report = folder.resolve("report");
        try (PlainServer server = PlainServer.right(DATA)) {
            long start = System.nanoTime();
            Ended ended = run("--data", folder.toString(), "--target", server.uri().toString(), "--duration", "1s",
                    "--slow-motion", "2.5", "--crowd", "3", "--report", report.toString());
            double seconds = (System.nanoTime() - start) / 1e9;
            assertEquals(0, ended.code(), ended.err());
            assertTrue(seconds >= 2.5, () -> seconds + " s");
            for (String wanted : List.of("load (slow motion 2.5)", "in 1.0 s", "slow motion 2.5  crowd 3",
                    "bytes a point), sent ", "0 of ")) {
                assertTrue(ended.err().contains(wanted), ended::err);
            }
            long people = server.asked().stream().map(PlainServer.Asked::userAgent).distinct()
                    .filter(agent -> agent.matches("(ISUCON Nickel|Icetanuki|Web Browser|Explorer|Edge).*")).count();
            assertTrue(people >= 18, () -> people + " people: three times those of level 0 are 18");
        }
        Result result = ResultFiles.read(report);
        assertEquals(new Variation(2.5, 3), result.variation());
        assertEquals(1.0, result.loadSeconds(), 0.01);
        assertEquals(1, result.samples().size());
        assertTrue(result.wire().receivedBytes() > 0 && result.wire().sentBytes() > 0, result.wire()::toString);
    }

    private static void check(int code, String text, String... args) {
        Ended ended = run(args);
        assertEquals(code, ended.code(), ended.err());
        assertTrue(ended.err().contains(text), ended.err());
        assertEquals(1, ended.err().lines().count(), ended.err());
        assertFalse(ended.err().contains("\tat "), ended.err());
    }

    @Test
    void uploadsAreQuotedAsRfc4180Says() {
        String csv = new String(Csv.ofChairs(DATA.chairs().subList(0, 1)), StandardCharsets.UTF_8);
        assertTrue(csv.startsWith("1,イス 1,\"説明, \"\"引用\"\"\nと改行 1\",/images/chair/1.png,"), csv);
    }
}
