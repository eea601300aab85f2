package isuumo.http;

import java.util.OptionalLong;

/** Integers as the contract reads them: 64-bit signed, ASCII digits, optional sign, leading zeros allowed. */
final class Integers {
    private Integers() {}

    /** Empty where Go's {@code strconv.ParseInt(text, 10, 64)} fails; {@link Long#parseLong} takes other digits too. */
    static OptionalLong parse(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > '9') {
                return OptionalLong.empty();
            }
        }
        try {
            return OptionalLong.of(Long.parseLong(text));
        } catch (NumberFormatException _) {
            return OptionalLong.empty();
        }
    }
}
