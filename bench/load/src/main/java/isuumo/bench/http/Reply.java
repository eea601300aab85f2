package isuumo.bench.http;

import java.nio.charset.StandardCharsets;

/**
 * One answer, in the connection's own buffer: valid until the next request on that connection. Times are
 * {@link System#nanoTime()}.
 *
 * @param status      HTTP status code
 * @param bytes       the buffer that holds the body, already unchunked and uncompressed
 * @param from        first byte of the body
 * @param to          end of the body, exclusive
 * @param askedNanos  just before the request's first byte left
 * @param answerNanos when the answer's last byte had arrived
 */
public record Reply(int status, byte[] bytes, int from, int to, long askedNanos, long answerNanos) {

    /** The body as text. */
    public String text() {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }
}
