package isuumo.gzip;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PartTest {
    private static final int ANY = 1_000;

    /** With codes of so many bits. */
    private static TextCoder coder(int bits) {
        return new TextCoder(new PhraseLearner(ANY).learn(),
                IntStream.range(0, 256).map(symbol -> Packed.of(symbol, bits)).toArray());
    }

    @Test
    void whatIsCodedIsKeptUnlessItIsLongerThanTheText() {
        byte[] text = "{\"description\":\"any text\"}".repeat(10).getBytes(StandardCharsets.US_ASCII);
        Part usual = new Part(text);
        assertSame(usual.coded(coder(3)), usual.coded(coder(3)));
        Part rare = new Part(text);
        long[] first = rare.coded(coder(14));
        long[] again = rare.coded(coder(14));
        assertNotSame(first, again);
        assertArrayEquals(first, again);
    }
}
