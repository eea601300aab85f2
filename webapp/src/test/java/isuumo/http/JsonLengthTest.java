package isuumo.http;

import static org.junit.jupiter.api.Assertions.assertTrue;

import isuumo.table.EstateRow;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class JsonLengthTest {
    private static final int ROWS = 2_000;
    /** Of two fractions, which are taken for the longest. */
    private static final int SLACK = 2 * 26;
    private static final String ALPHABET = "ab\"\\\b\t\n\f\r\u0000\u001f\u007f\u0080\u07ff\u0800あ椅\uffff";

    @Test
    void noRowIsLongerThanItIsTakenFor() {
        SplittableRandom random = new SplittableRandom(10);
        for (int i = 0; i < ROWS; i++) {
            EstateRow row = new EstateRow(random.nextInt(), text(random), text(random), text(random), text(random),
                    random.nextDouble(-90, 90), Math.scalb(random.nextDouble(-180, 180), -random.nextInt(60)),
                    random.nextInt(), random.nextInt(), random.nextInt(), text(random), random.nextInt());
            int length = JsonItem.of(EstateRow.TABLE, row).length;
            int most = JsonLength.of(EstateRow.TABLE, row);
            assertTrue(length <= most && most - length <= SLACK, () -> most + " for " + length + ": " + row);
        }
    }

    private static String text(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(60); i > 0; i--) {
            if (random.nextInt(10) == 0) {
                text.append("😀");
            } else {
                text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
            }
        }
        return text.toString();
    }
}
