package isuumo.http;

import java.nio.charset.StandardCharsets;

/**
 * A list's JSON, put together from its items' bytes: {@code {"count":N,"chairs":[…]}} or {@code {"chairs":[…]}}.
 *
 * <p>Items are encoded once, when they enter a catalog; a list is copied from them, 25 copies for a search page, with
 * no encoder in between. Immutable and thread-safe.
 */
public final class JsonList {
    private final byte[] head;
    private final String headAfterCount;

    /** @param key the list's JSON key */
    public JsonList(String key) {
        head = ascii("{\"" + key + "\":[");
        headAfterCount = ",\"" + key + "\":[";
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** The list with a count before it. */
    public JsonText counted(int count, int[] rows, JsonRows json) {
        return new JoinedJson(ascii("{\"count\":" + count + headAfterCount), rows, json);
    }

    /** The list alone. */
    public JsonText plain(int[] rows, JsonRows json) {
        return new JoinedJson(head, rows, json);
    }
}
