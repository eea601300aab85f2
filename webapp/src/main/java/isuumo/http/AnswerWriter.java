package isuumo.http;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataWriter;
import java.nio.charset.StandardCharsets;

/**
 * What Helidon writes a connection's answers to, and where they are put right about RFC 9110. The head of each comes in one
 * write, most with their body; a long body in more.
 *
 * <ul>
 * <li>A HEAD's has no body (section 9.3.2), whoever made it: a route, which takes the request for a GET, or Helidon itself.
 * Helidon sends the body, and the client takes that for the next answer.
 * <li>304 has no {@code Content-Length: 0}, which would be the length of what the client has (section 8.6).
 * <li>Behind a body that cannot be read the connection closes, and the answer says so (RFC 9112 section 9.6).
 * </ul>
 *
 * @param requests knows which request is answered
 * @see <a href="https://github.com/helidon-io/helidon/issues/12546">Helidon's issue 12546</a>, the same of its HTTP/2
 */
record AnswerWriter(DataWriter connection, RequestReader requests) implements DataWriter {
    private static final int STATUS_AT = "HTTP/1.1 ".length();
    private static final int LAST_DIGIT_AT = STATUS_AT + 2;
    private static final String NO_LENGTH = "\r\nContent-Length: 0\r\n";
    private static final String KEEP_ALIVE = "\r\nConnection: keep-alive\r\n";
    private static final String CLOSE = "\r\nConnection: close\r\n";
    private static final String END_OF_HEAD = "\r\n\r\n";

    private BufferData answer(BufferData buffer) {
        if (requests.headAnswered()) {
            return requests.headRequest() ? BufferData.empty() : buffer;
        }
        if (buffer.available() <= LAST_DIGIT_AT || buffer.get(STATUS_AT) == '1') { // 100 (Continue), which is no answer yet
            return buffer;
        }
        requests.answered();
        return mended(buffer);
    }

    private BufferData mended(BufferData buffer) {
        boolean notModified = buffer.get(STATUS_AT) == '3' && buffer.get(LAST_DIGIT_AT) == '4';
        if (!notModified && !requests.headRequest() && !requests.outOfStep()) {
            return buffer;
        }
        String answer = new String(buffer.readBytes(), StandardCharsets.ISO_8859_1);
        int end = answer.indexOf(END_OF_HEAD) + END_OF_HEAD.length();
        String head = answer.substring(0, end);
        if (notModified) {
            head = head.replace(NO_LENGTH, "\r\n");
        }
        if (requests.outOfStep()) {
            head = head.replace(KEEP_ALIVE, CLOSE);
        }
        String body = requests.headRequest() ? "" : answer.substring(end);
        return BufferData.create((head + body).getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    public void write(BufferData buffer) {
        connection.write(answer(buffer));
    }

    @Override
    public void write(BufferData... buffers) {
        connection.write(answer(BufferData.create(buffers)));
    }

    @Override
    public void writeNow(BufferData buffer) {
        connection.writeNow(answer(buffer));
    }

    @Override
    public void writeNow(BufferData... buffers) {
        connection.writeNow(answer(BufferData.create(buffers)));
    }

    @Override
    public void flush() {
        connection.flush();
    }

    @Override
    public void close() {
        connection.close();
    }
}
