package isuumo.bench.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Strict: what is not exactly one whole member is refused. */
final class GunzipTest {
    private static final String TEXT = "a chair ".repeat(20_000); // more than the first output buffer

    private final Gunzip gunzip = new Gunzip();

    private static byte[] member() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(TEXT.getBytes(StandardCharsets.US_ASCII));
        }
        return packed.toByteArray();
    }

    private void refused(byte[] bytes) {
        assertThrows(TransportException.class, () -> gunzip.unpack(bytes, 0, bytes.length));
    }

    @Test
    void aMemberIsUnpackedWhereverItStands() throws IOException {
        byte[] member = member();
        byte[] within = new byte[member.length + 20];
        System.arraycopy(member, 0, within, 7, member.length);
        for (int round = 0; round < 2; round++) {
            int size = gunzip.unpack(within, 7, 7 + member.length);
            assertEquals(TEXT, new String(gunzip.output(), 0, size, StandardCharsets.US_ASCII));
        }
    }

    @Test
    void whatIsDamagedIsRefusedWhereverItIs() throws IOException {
        byte[] member = member();
        for (int at : new int[]{0, 1, 2, member.length - 8, member.length - 5, member.length - 4, member.length - 1}) {
            byte[] damaged = member.clone();
            damaged[at] ^= 1;
            refused(damaged);
        }
        for (int length : new int[]{0, 9, 17, member.length / 2, member.length - 1}) {
            refused(Arrays.copyOf(member, length));
        }
    }

    @Test
    void nothingMayFollow() throws IOException {
        byte[] member = member();
        refused(Arrays.copyOf(member, member.length + 1));
        byte[] twice = Arrays.copyOf(member, member.length * 2);
        System.arraycopy(member, 0, twice, member.length, member.length);
        refused(twice);
    }
}
