package isuumo;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * How many connections a process may have at a time, by the limit of files that it may open (RLIMIT_NOFILE): Helidon listens no
 * more once it could not accept a connection for want of one. Who is beyond waits in the kernel's queue until another has ended.
 */
final class OpenFiles {
    static final int HOSTS = 512;
    static final int OPERATORS = 64;
    /** For these two, the database, the feed, the data and the JVM's own. */
    private static final long OTHERS = 1_024;
    private static final int LEAST = 256;
    /** More than all nginx bring. Each takes some kilobytes. */
    private static final int MOST = 8_192;

    private OpenFiles() {}

    static int people() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? people(unix.getMaxFileDescriptorCount())
                : LEAST;
    }

    static int people(long files) {
        return Math.clamp(files - OTHERS, LEAST, MOST);
    }
}
