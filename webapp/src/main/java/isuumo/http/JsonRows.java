package isuumo.http;

import isuumo.gzip.GzipCoder;
import isuumo.gzip.Part;
import java.util.List;

/** Each row's JSON, and the coder that lists of them are compressed with. Immutable. */
public final class JsonRows {
    private final byte[][] jsonByRow;
    private final Part[] partByRow;
    private final GzipCoder coder;

    private JsonRows(List<Part> parts, GzipCoder coder) {
        jsonByRow = parts.stream().map(Part::text).toArray(byte[][]::new);
        partByRow = parts.toArray(Part[]::new);
        this.coder = coder;
    }

    /** With a coder that is learnt from these rows. */
    public static JsonRows learn(List<Part> parts) {
        return new JsonRows(parts, GzipCoder.learn(parts.stream().map(Part::text).toList()));
    }

    /** Other rows of that kind, some of them perhaps the same, with the coder that these have. */
    public JsonRows with(List<Part> parts) {
        return new JsonRows(parts, coder);
    }

    /** Not to be written to. */
    public byte[] json(int row) {
        return jsonByRow[row];
    }

    Part[] parts(int[] rows) {
        Part[] parts = new Part[rows.length];
        for (int i = 0; i < rows.length; i++) {
            parts[i] = partByRow[rows[i]];
        }
        return parts;
    }

    GzipCoder coder() {
        return coder;
    }
}
