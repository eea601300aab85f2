package isuumo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HeapSizeTest {
    private static final long MIB = 1 << 20;
    private static final int CONTEST_ROWS = 2 * 29_500;
    /** A run of the contest uploads twenty files of 500. */
    private static final int UPLOADED_ROWS = 20 * 500;

    @Test
    void theHeapOfTheOptionsHoldsTheContestsRows() throws Exception {
        List<String> options = Files.readAllLines(Path.of("jvm.options"));
        long old = (mib(options, "-Xmx") - mib(options, "-Xmn")) * MIB;
        assertEquals(Optional.empty(), HeapSize.lack(CONTEST_ROWS + UPLOADED_ROWS, old));
        assertTrue(HeapSize.lack(2 * CONTEST_ROWS, old).isPresent());
    }

    private static long mib(List<String> options, String name) {
        String value = options.stream().filter(line -> line.startsWith(name)).findFirst().orElseThrow();
        return Long.parseLong(value.substring(name.length(), value.length() - 1));
    }

    @Test
    void whatItLacksIsNamedWithTheRemedy() {
        assertEquals(Optional.of("the old generation of 192 MiB is too small for 590000 rows, which take 1012 MiB; "
                + "add 820 to both -Xms and -Xmx in jvm.options, and leave -Xmn"),
                HeapSize.lack(590_000, 192 * MIB));
    }
}
