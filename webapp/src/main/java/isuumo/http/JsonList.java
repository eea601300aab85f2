package isuumo.http;

import isuumo.gzip.GzipCoder;
import isuumo.gzip.Part;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/**
 * A list's JSON, put together from its items' bytes: {@code {"count":N,"chairs":[…]}} or {@code {"chairs":[…]}}.
 *
 * <p>Items are encoded once, when they enter a catalog; a list is copied from them, 25 copies for a search page, with
 * no encoder in between. Immutable and thread-safe.
 */
public final class JsonList {
    /** In a benchmark run 78 % of the lists of estates are found; with 1024 66 %, with 4096 79 %, with 65536 84 %; 7 KB each. */
    private static final int RECENT_LISTS = 3072;
    /** Of either kind; see README, "Memory". */
    private static final long RECENT_BYTES = 21 << 20;

    private final byte[] head;
    private final String headAfterCount;
    private final GzipCoder coder;
    private final RecentLists recent = new RecentLists(RECENT_LISTS, RECENT_BYTES);

    private JsonList(String key, GzipCoder coder) {
        head = ascii("{\"" + key + "\":[");
        headAfterCount = ",\"" + key + "\":[";
        this.coder = coder;
    }

    /**
     * Lists that are compressed by what is learnt from some items, and may hold others.
     *
     * @param key the list's JSON key
     */
    public static JsonList learn(String key, List<Part> items) {
        return new JsonList(key, GzipCoder.learn(items.stream().map(Part::text).toList()));
    }

    /** Lists that are compressed by what {@link #write} wrote. */
    public static JsonList read(String key, DataInput in) throws IOException {
        return new JsonList(key, GzipCoder.read(in));
    }

    /** Writes what was learnt. */
    public void write(DataOutput out) throws IOException {
        coder.write(out);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Forgets what was compressed for those who might ask again. */
    public void forget() {
        recent.clear();
    }

    /** The list with a count before it. */
    public <T> JsonText counted(int count, List<T> items, Function<T, Part> json) {
        return joined(ascii("{\"count\":" + count + headAfterCount), items, json);
    }

    /** The list alone. */
    public <T> JsonText plain(List<T> items, Function<T, Part> json) {
        return joined(head, items, json);
    }

    private <T> JsonText joined(byte[] before, List<T> items, Function<T, Part> json) {
        Part[] parts = new Part[items.size()];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = json.apply(items.get(i));
        }
        return new JoinedJson(before, parts, coder, recent);
    }
}
