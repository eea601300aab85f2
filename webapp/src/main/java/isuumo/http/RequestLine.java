package isuumo.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Encodes what a request's target may not hold raw but browsers and curl send so: UTF-8, brackets, braces, quotes, the
 * backslash and their like (RFC 3986 has no place for them; the URL Standard leaves most as they are in a query). Helidon
 * refuses the ASCII ones and reads UTF-8 as ASCII. Controls and malformed percent-encodings stay for it to refuse.
 */
final class RequestLine {
    private static final boolean[] ENCODED = new boolean[256];
    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

    static {
        for (char raw : "\"<>[\\]^`{|}".toCharArray()) {
            ENCODED[raw] = true;
        }
        for (int raw = 0x80; raw < ENCODED.length; raw++) {
            ENCODED[raw] = true;
        }
    }

    private RequestLine() {}

    /** Whether the line begins with a token (RFC 9110 section 5.6.2). */
    static boolean hasMethod(byte[] line) {
        int end = 0;
        while (end < line.length && isTokenCharacter(line[end])) {
            end++;
        }
        return end > 0 && end < line.length && line[end] == ' ';
    }

    private static boolean isTokenCharacter(byte c) {
        return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z'
                || c > 0 && "!#$%&'*+-.^_`|~".indexOf(c) >= 0;
    }

    /** The line itself where there is nothing to encode, which is nearly always. */
    static byte[] encode(byte[] line) {
        for (int i = 0; i < line.length; i++) {
            if (ENCODED[line[i] & 0xFF]) {
                return encodeFrom(i, line);
            }
        }
        return line;
    }

    private static byte[] encodeFrom(int first, byte[] line) {
        ByteArrayOutputStream encoded = new ByteArrayOutputStream(line.length + 64);
        encoded.write(line, 0, first);
        for (int i = first; i < line.length; i++) {
            int raw = line[i] & 0xFF;
            if (ENCODED[raw]) {
                encoded.write('%');
                encoded.write(HEX[raw >> 4]);
                encoded.write(HEX[raw & 0xF]);
            } else {
                encoded.write(raw);
            }
        }
        return encoded.toByteArray();
    }
}
