package isuumo.bench.report;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What a figure was measured on.
 *
 * @param commit of the benchmark's own source, as {@code bench/run.sh} passes it; "unknown" otherwise
 */
public record MachineCard(String cpu, int cores, double memoryGib, String os, String jdk, String commit) {
    /** System property through which the start script names the commit. */
    public static final String COMMIT_PROPERTY = "isuumo.commit";

    public static MachineCard ofThisMachine() {
        var os = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        double gib = os.getTotalMemorySize() / (double) (1L << 30);
        return new MachineCard(cpuModel(), Runtime.getRuntime().availableProcessors(), Math.round(gib * 10) / 10.0,
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("java.vendor") + " " + System.getProperty("java.vm.version"),
                System.getProperty(COMMIT_PROPERTY, "unknown"));
    }

    private static String cpuModel() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name")).findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip()).orElse(System.getProperty("os.arch"));
        } catch (IOException _) {
            return System.getProperty("os.arch"); // no such file outside Linux
        }
    }
}
