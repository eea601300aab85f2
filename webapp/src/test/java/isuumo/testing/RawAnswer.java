package isuumo.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An answer as it came over the wire, ISO 8859-1.
 *
 * @param head status line and headers
 */
public record RawAnswer(String head, String body) {
    private static final String END_OF_HEAD = "\r\n\r\n";

    /**
     * Reads one, and passes over {@code 100 Continue}.
     *
     * @param toHead whether it answers a HEAD: then it has no body, whatever its head says
     * @return empty when the other side has closed the connection
     */
    static Optional<RawAnswer> read(InputStream in, boolean toHead) throws IOException {
        String head = head(in);
        if (head.isEmpty()) {
            return Optional.empty();
        }
        RawAnswer answer = new RawAnswer(head, "");
        if (answer.status() == 100) {
            return read(in, toHead);
        }
        if (toHead || answer.status() == 304 || answer.status() == 204) {
            return Optional.of(answer);
        }
        int length = Integer.parseInt(answer.header("Content-Length").orElseThrow(
                () -> new IOException("an answer without its length: " + head)));
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new IOException("closed in the middle of " + head);
        }
        return Optional.of(new RawAnswer(head, new String(body, StandardCharsets.ISO_8859_1)));
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int newLines = 0;
        while (newLines < END_OF_HEAD.length()) {
            int next = in.read();
            if (next < 0) {
                if (bytes.size() > 0) {
                    throw new IOException("closed after " + bytes);
                }
                return "";
            }
            bytes.write(next);
            newLines = next == END_OF_HEAD.charAt(newLines) ? newLines + 1 : next == '\r' ? 1 : 0;
        }
        String head = bytes.toString(StandardCharsets.ISO_8859_1);
        if (!head.startsWith("HTTP/1.1 ")) {
            throw new IOException("no answer begins like " + head);
        }
        return head;
    }

    public int status() {
        return Integer.parseInt(head.substring("HTTP/1.1 ".length(), "HTTP/1.1 200".length()));
    }

    public Optional<String> header(String name) {
        String prefix = name.toLowerCase(Locale.ROOT) + ":";
        return head.lines().filter(line -> line.toLowerCase(Locale.ROOT).startsWith(prefix))
                .map(line -> line.substring(prefix.length()).strip()).findFirst();
    }

    /** The status line and the headers in their order, but the time. */
    public List<String> timeless() {
        Stream<String> lines = head.lines().filter(line -> !line.toLowerCase(Locale.ROOT).startsWith("date:"));
        return new ArrayList<>(lines.toList());
    }
}
