package isuumo.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntegersTest {
    @ParameterizedTest
    @CsvSource({"7, 7", "007, 7", "-1, -1", "+5, 5", "-0, 0", "9223372036854775807, 9223372036854775807"})
    void decimalIntegersOf64BitsAreTaken(String text, long value) {
        assertEquals(OptionalLong.of(value), Integers.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " 1", "1 ", "1.5", "9e9", "0x1", "1_000", "--1", "+", "-", "９", "٣", "/1",
            "9223372036854775808"})
    void anythingElseIsNot(String text) {
        assertEquals(OptionalLong.empty(), Integers.parse(text));
    }
}
