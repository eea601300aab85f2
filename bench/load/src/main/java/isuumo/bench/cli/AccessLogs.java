package isuumo.bench.cli;

import isuumo.bench.data.BadData;
import isuumo.bench.runs.Hosts;
import isuumo.bench.runs.KeptRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** Logs of nginx on this machine, of which a run keeps what they gain. */
final class AccessLogs {
    @Option(names = "--access-log", paramLabel = "HOST=FILE", description = "keep what this log of nginx in LTSV gains during the run, as that host's; may be given again")
    private Map<String, Path> logs = new LinkedHashMap<>();

    private final Map<String, Long> sizes = new LinkedHashMap<>();

    /** Before a run. */
    void mark() throws IOException {
        for (Map.Entry<String, Path> log : logs.entrySet()) {
            if (!log.getKey().matches("[A-Za-z0-9.-]{1,63}") || !Files.isReadable(log.getValue())) {
                throw new BadData("--access-log " + log.getKey() + "=" + log.getValue()
                        + ": give a host's name, and a file that can be read");
            }
            sizes.put(log.getKey(), Files.size(log.getValue()));
        }
    }

    /** After it. */
    void keep(KeptRun run) throws IOException {
        for (Map.Entry<String, Path> log : logs.entrySet()) {
            Hosts.of(run).keepAccessLog(log.getKey(), log.getValue(), sizes.get(log.getKey()));
        }
    }
}
