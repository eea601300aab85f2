package isuumo.http;

import java.nio.charset.StandardCharsets;

/**
 * A list's JSON, put together from its items' bytes: {@code {"count":N,"chairs":[…]}} or {@code {"chairs":[…]}}.
 *
 * <p>Items are encoded once, when they enter a catalog; a list is copied from them, 25 copies for a search page, with
 * no encoder in between. Immutable and thread-safe.
 */
public final class JsonList {
    private static final byte[] COUNT = "{\"count\":".getBytes(StandardCharsets.US_ASCII);

    private final byte[] plainHead;
    private final byte[] headAfterCount;

    /** @param key the list's JSON key */
    public JsonList(String key) {
        plainHead = ("{\"" + key + "\":[").getBytes(StandardCharsets.US_ASCII);
        headAfterCount = (",\"" + key + "\":[").getBytes(StandardCharsets.US_ASCII);
    }

    /** The list with a count before it. */
    public byte[] counted(int count, int[] rows, byte[][] jsonByRow) {
        byte[] digits = Integer.toString(count).getBytes(StandardCharsets.US_ASCII);
        byte[] json = new byte[COUNT.length + digits.length + headAfterCount.length + tailLength(rows, jsonByRow)];
        int end = append(json, 0, COUNT);
        end = append(json, end, digits);
        end = append(json, end, headAfterCount);
        appendTail(json, end, rows, jsonByRow);
        return json;
    }

    /** The list alone. */
    public byte[] plain(int[] rows, byte[][] jsonByRow) {
        byte[] json = new byte[plainHead.length + tailLength(rows, jsonByRow)];
        appendTail(json, append(json, 0, plainHead), rows, jsonByRow);
        return json;
    }

    /** Items, the commas between them, and the two closing brackets. */
    private static int tailLength(int[] rows, byte[][] jsonByRow) {
        int length = 2 + Math.max(0, rows.length - 1);
        for (int row : rows) {
            length += jsonByRow[row].length;
        }
        return length;
    }

    private static void appendTail(byte[] json, int start, int[] rows, byte[][] jsonByRow) {
        int end = start;
        for (int i = 0; i < rows.length; i++) {
            if (i > 0) {
                json[end++] = ',';
            }
            end = append(json, end, jsonByRow[rows[i]]);
        }
        json[end] = ']';
        json[end + 1] = '}';
    }

    private static int append(byte[] to, int at, byte[] bytes) {
        System.arraycopy(bytes, 0, to, at, bytes.length);
        return at + bytes.length;
    }
}
