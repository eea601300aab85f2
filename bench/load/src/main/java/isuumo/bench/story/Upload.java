package isuumo.bench.story;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A multipart/form-data body with one CSV file (RFC 7578). */
public final class Upload {
    private static final String BOUNDARY = "----isuumo-bench-7d1f0c2e9a4b";
    public static final String CONTENT_TYPE = "multipart/form-data; boundary=" + BOUNDARY;

    private Upload() {}

    public static byte[] body(String part, byte[] csv) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(csv.length + 256);
        out.writeBytes(
                ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + part + "\"; filename=\"" + part
                        + ".csv\"\r\nContent-Type: text/csv\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(csv);
        out.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }
}
