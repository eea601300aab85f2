package isuumo.gzip;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

class CrcTest {
    @Test
    void theCrcOfTwoTextsIsThatOfTheWhole() {
        SplittableRandom random = new SplittableRandom(2);
        for (int n = 0; n < 5_000; n++) {
            byte[] text = new byte[random.nextInt(1 << random.nextInt(16))];
            random.nextBytes(text);
            int middle = random.nextInt(text.length + 1);
            byte[] first = Arrays.copyOf(text, middle);
            byte[] second = Arrays.copyOfRange(text, middle, text.length);
            assertEquals(crc(text), Crc.append(crc(first), crc(second), second.length));
        }
    }

    private static int crc(byte[] text) {
        CRC32 crc = new CRC32();
        crc.update(text);
        return (int) crc.getValue();
    }
}
