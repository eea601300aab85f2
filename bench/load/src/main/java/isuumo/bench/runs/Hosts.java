package isuumo.bench.runs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What was collected of each host during a run: {@code hosts/NAME/} in its folder. */
public record Hosts(Path directory) {
    private static final List<String> ACCESS_LOGS = List.of("access.log", "access.log.gz");

    public static Hosts of(KeptRun run) {
        return new Hosts(run.folder().resolve("hosts"));
    }

    /** A host's file. */
    public record Collected(String host, Path file) {}

    /** nginx's logs of the run, by the hosts' names; empty where none were collected. */
    public List<Collected> accessLogs() throws IOException {
        return files(ACCESS_LOGS);
    }

    /** The databases' slow logs of the run; empty where none were collected. */
    public List<Collected> slowLogs() throws IOException {
        return files(List.of("slow.log", "slow.log.gz"));
    }

    /** What each host saw of itself, second by second; empty where nobody looked. */
    public List<Collected> samples() throws IOException {
        return files(List.of("samples.jsonl.gz"));
    }

    /** What ran on each host, and how it was set; empty where nobody asked. */
    public List<Collected> settings() throws IOException {
        return files(List.of("settings.txt.gz"));
    }

    /** Flight recordings of the hosts' servers; empty where nobody profiled. */
    public List<Collected> recordings() throws IOException {
        return files(List.of("server.jfr.gz"));
    }

    private List<Collected> files(List<String> names) throws IOException {
        List<Collected> files = new ArrayList<>();
        if (Files.isDirectory(directory)) {
            try (Stream<Path> hosts = Files.list(directory)) {
                for (Path host : (Iterable<Path>) hosts.sorted()::iterator) {
                    names.stream().map(host::resolve).filter(Files::isRegularFile)
                            .forEach(file -> files.add(new Collected(host.getFileName().toString(), file)));
                }
            }
        }
        return files;
    }

    /** Copies what a log has gained. */
    public void keepAccessLog(String host, Path log, long fromByte) throws IOException {
        Path target = Files.createDirectories(directory.resolve(host)).resolve("access.log");
        try (var in = Files.newInputStream(log); var out = Files.newOutputStream(target)) {
            in.skipNBytes(fromByte <= Files.size(log) ? fromByte : 0); // a shorter one was begun anew
            in.transferTo(out);
        }
    }
}
