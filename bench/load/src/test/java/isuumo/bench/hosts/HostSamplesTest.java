package isuumo.bench.hosts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import isuumo.bench.data.BadData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostSamplesTest {
    /** As samples.py writes it, with what an application tells and without. */
    private static final String FIRST = """
            {"at": 100.003, "cores": 1, "cpu": {"nginx": 0.25, "server": 0.5, "database": 0.125, "rest": 0.0}, "busy": 1.9, \
            "run_queue": 3, "memory": 700, "network_in": 10, "network_out": 20, "disk_read": 0, "disk_write": 4096, \
            "gc_seconds": 0.01, "refused": 0.0, "transactions": 3.0, "pool_waiting": 2.0, "work_waiting": 1.0, "lease_seconds": 0.9}
            """;
    private static final String SECOND = """
            {"at": 101.001, "cores": 1, "cpu": {"nginx": 0.0, "server": 0.0}, "busy": 0.1, "run_queue": 0, "memory": 701, \
            "network_in": 0, "network_out": 0, "disk_read": 0, "disk_write": 0}
            """;

    @TempDir
    private Path folder;

    @Test
    void aHostIsReadSecondBySecond() throws Exception {
        HostSamples host = read(FIRST + SECOND);
        assertEquals("isu1", host.host());
        assertEquals(2, host.samples().size());
        HostSample first = host.samples().getFirst();
        assertEquals(0.875, first.used());
        assertEquals(0.5, first.used("server"));
        assertEquals(2.0, first.poolWaiting());
        assertEquals(4096, first.diskWrite());
        assertNull(host.samples().get(1).gcSeconds());
        assertEquals(0, host.samples().get(1).used("database"));
    }

    @Test
    void aLineThatWasCutOffIsLeftOut() throws Exception {
        assertEquals(1, read(FIRST + SECOND.substring(0, 30)).samples().size());
    }

    @Test
    void anotherLineThatIsNoneIsTold() {
        BadData problem = assertThrows(BadData.class, () -> read("{\"at\": 1\n" + SECOND));
        assertTrue(problem.getMessage().contains("samples.jsonl.gz: line 1 is no sample"), problem.getMessage());
    }

    @Test
    void theLoadAloneCounts() throws Exception {
        HostSamples host = read(FIRST + SECOND);
        assertEquals(2, host.between(99.5, 100.5).samples().size());
        assertEquals(1, host.between(100.5, 160).samples().size());
        assertEquals(0, host.between(102, 160).samples().size());
    }

    private HostSamples read(String lines) throws IOException {
        Path file = folder.resolve("samples.jsonl.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(lines.getBytes(StandardCharsets.UTF_8));
        }
        return HostSamples.read("isu1", file);
    }
}
