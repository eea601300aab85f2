package isuumo;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.util.Optional;
import java.util.logging.Logger;

/**
 * Whether the old generation that {@code webapp/jvm.options} leaves is large enough for the rows: what is in it grows with
 * these alone.
 */
final class HeapSize {
    /** What a row takes in the catalogs, and a quarter of it free, for uploads and merges; see README, "Memory". */
    static final int BYTES_A_ROW = 1_700;
    /** Compressed lists that are kept, and what else is no row. */
    static final int BASE_MIB = 56;

    private static final Logger LOG = Logger.getLogger(HeapSize.class.getName());
    private static final int MIB = 1 << 20;

    private HeapSize() {}

    /** Says in the log what to do; a heap that is too small after all ends the process when it is full. */
    static void check(long rows) {
        lack(rows, oldGenerationBytes()).ifPresent(LOG::warning);
    }

    /** Of whatever collector there is; the whole heap where generations have no sizes of their own. */
    private static long oldGenerationBytes() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals("Tenured Gen")).map(MemoryPoolMXBean::getUsage)
                .mapToLong(usage -> usage.getMax()).findAny().orElse(Runtime.getRuntime().maxMemory());
    }

    /** As many as it holds; at least one. */
    static int rows() {
        long bytes = oldGenerationBytes() - (long) BASE_MIB * MIB;
        return Math.clamp(bytes / BYTES_A_ROW, 1, 1_000_000_000);
    }

    static Optional<String> lack(long rows, long oldGenerationBytes) {
        long wantedMib = BASE_MIB + rows * BYTES_A_ROW / MIB;
        long lackingMib = wantedMib - oldGenerationBytes / MIB;
        return lackingMib <= 0
                ? Optional.empty()
                : Optional.of("the old generation of " + oldGenerationBytes / MIB + " MiB is too small for " + rows
                        + " rows, which take " + wantedMib + " MiB; add " + lackingMib
                        + " to both -Xms and -Xmx in jvm.options, and leave -Xmn");
    }
}
