package isuumo.bench.hosts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;
import one.profiler.AsyncProfiler;

/** Flight recordings of this JVM at work, as a host's server leaves them. */
public final class Recordings {
    private static volatile long sink;

    private Recordings() {}

    /** Into {@code server.jfr.gz}: until some samples show {@link #spin}. */
    public static Path spinning(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path plain = folder.resolve("server.jfr");
        AsyncProfiler profiler = AsyncProfiler.getInstance();
        profiler.execute("start,jfr,event=itimer,interval=2ms,file=" + plain);
        try {
            long end = System.nanoTime() + Duration.ofMillis(700).toNanos();
            while (System.nanoTime() < end) {
                spin();
            }
        } finally {
            profiler.execute("stop,file=" + plain);
        }
        Path packed = folder.resolve("server.jfr.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            Files.copy(plain, out);
        }
        Files.delete(plain);
        return packed;
    }

    static void spin() {
        for (int i = 0; i < 1_000_000; i++) {
            sink += i ^ sink;
        }
    }
}
