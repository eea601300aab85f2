package isuumo.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonItemTest {
    @ParameterizedTest
    @CsvSource({"35, 35", "35.5, 35.5", "-0.1, -0.1", "1.0E-4, 0.0001", "0, 0", "-0.0, 0", "1.0E7, 10000000",
            "0.30000000000000004, 0.30000000000000004", "1.0E-6, 0.000001", "1.0E-7, 1E-7"})
    void aDoubleHasItsShortestDigits(double value, String digits) {
        assertEquals(digits, JsonItem.shortest(value));
    }

    @Test
    void everyDoubleParsesBackToItself() {
        SplittableRandom random = new SplittableRandom(5);
        for (int n = 0; n < 100_000; n++) {
            double value = random.nextDouble(-180, 180);
            assertEquals(value, Double.parseDouble(JsonItem.shortest(value)));
        }
    }

    @Test
    void keysKeepTheirOrderAndTextIsEscaped() {
        byte[] json = new JsonItem().put("b", "\"日本\"\n\\").put("a", 1).put("c", true).toBytes();
        assertEquals("{\"b\":\"\\\"日本\\\"\\n\\\\\",\"a\":1,\"c\":true}", new String(json, StandardCharsets.UTF_8));
    }
}
