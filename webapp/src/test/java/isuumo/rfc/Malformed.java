package isuumo.rfc;

import isuumo.testing.Rows;
import isuumo.testing.Upload;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;

/** Requests that nobody should send, as many as are asked for: good ones, spoilt in one of their parts, or byte by byte. Seeded. */
final class Malformed {
    private static final String RING = "[{\"latitude\":35,\"longitude\":139},{\"latitude\":36,\"longitude\":139},"
            + "{\"latitude\":36,\"longitude\":140},{\"latitude\":35,\"longitude\":139}]";
    private static final String DRAWING = "{\"coordinates\":" + RING + "}";
    private static final String EMAIL = "{\"email\":\"a@b\"}";
    private static final List<String> NUMBERS = List.of("NaN", "Infinity", "-Infinity", "1e309", "-1e309", "1e-400",
            "--1", "+1",
            "0x10", "1.", ".5", "1e", "01", "-", "1_000", "9".repeat(400), "0." + "1".repeat(2_000),
            "1e" + "9".repeat(300),
            "1E+2147483648", "9223372036854775808", "-9223372036854775809", "2147483648", "１", "null", "true", "\"35\"",
            "[35]", "{}", "");
    private static final List<String> TEXTS = List.of("", "\u0000", "\n", "\r\n", "\t", "\u001b[31m", "\u202e", "%",
            "%%", "%zz",
            "%00", "%0d%0aX:%20y", "%c3%28", "%ff", "+", "&", "=", ";", "#", "?", "/", "\\", "..", "'", "\"", "`",
            "<script>",
            "${jndi:ldap://x}", "{{7*7}}", "' OR 1=1 --", "😀", "\ud800", "\uFEFF", "椅子".repeat(500),
            "x".repeat(5_000));
    private static final List<String> HEADERS = List.of("Content-Length: -1", "Content-Length: 1e3",
            "Content-Length: 5, 5",
            "Content-Length: 99999999999", "Content-Length: 9223372036854775807", "Transfer-Encoding: chunked",
            "Transfer-Encoding: gzip, chunked", "Transfer-Encoding: \u000bchunked", "Expect: 100-continue",
            "Expect: 200-ok",
            "Accept-Encoding: gzip;q=x", "Accept-Encoding: *;q=0, gzip;;;q=1e9",
            "Accept-Encoding: " + "gzip,".repeat(800),
            "Range: bytes=0-18446744073709551616", "If-None-Match: \"", "If-Modified-Since: never", "Cookie: a=\"; b",
            "Content-Type: multipart/form-data; boundary=",
            "Content-Type: multipart/form-data; boundary=" + "b".repeat(5_000),
            "Content-Type: \"", "Connection: close, keep-alive, x", "Connection: upgrade", "Upgrade: h2c",
            "HTTP2-Settings: AAMAAABkAAQAAP__", "Upgrade: websocket", "Host: ", "Host: a b", "Host: [::1",
            "Forwarded: for=\"",
            "X-Forwarded-For: \u0001", ": y", "X y: z", "X:", " folded", "X\t: y", "X: \u00ff", "X: a\rb", "X: a\nb");

    private final SplittableRandom random;
    private final List<Function<SplittableRandom, byte[]>> kinds = List.of(_ -> requestLine(), _ -> headers(),
            _ -> chunks(),
            _ -> json(), _ -> drawing(), _ -> form(), _ -> csv(), _ -> query(), _ -> bytes());

    Malformed(long seed) {
        random = new SplittableRandom(seed);
    }

    byte[] next() {
        return kinds.get(random.nextInt(kinds.size())).apply(random);
    }

    private <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private byte[] good() {
        return ascii(one(
                List.of(Row.get("/api/chair/1", ""), Row.get("/api/estate/search?rentRangeId=1&page=0&perPage=5", ""),
                        Row.get("/api/chair/search?kind=x&features=a,b&page=0&perPage=1", "Accept-Encoding: gzip\r\n"),
                        Row.get("/api/estate/low_priced", ""), Row.get("/api/recommended_estate/7", ""),
                        Row.get("/healthz", ""),
                        Row.post("/api/estate/nazotte", "", DRAWING), Row.post("/api/estate/req_doc/1", "", EMAIL),
                        Row.post("/api/chair/buy/999999", "", EMAIL), Row.chunked("/api/estate/req_doc/1",
                                "f\r\n" + EMAIL + "\r\n0\r\n\r\n"))));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A few bytes put in, taken out, changed or said again; not behind {@code end}. */
    private byte[] spoilt(byte[] good, int end) {
        byte[] bytes = good;
        for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
            int at = random.nextInt(Math.max(1, Math.min(end, bytes.length)));
            int length = random.nextInt(4) == 0 ? random.nextInt(40) : 1;
            byte[] in = switch (random.nextInt(4)) {
                case 0 -> new byte[0];
                case 1 -> new byte[]{(byte) random.nextInt(256)};
                case 2 -> ascii(one(TEXTS));
                default -> Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + length));
            };
            int from = random.nextBoolean() ? at : Math.min(bytes.length, at + length);
            bytes = join(Arrays.copyOf(bytes, at), in, Arrays.copyOfRange(bytes, from, bytes.length));
        }
        return bytes;
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }

    private byte[] bytes() {
        byte[] good = good();
        return spoilt(good, good.length);
    }

    private byte[] requestLine() {
        byte[] good = good();
        return spoilt(good, new String(good, StandardCharsets.ISO_8859_1).indexOf('\r'));
    }

    private byte[] headers() {
        StringBuilder headers = new StringBuilder();
        for (int count = random.nextInt(20) == 0 ? 300 : 1 + random.nextInt(4); count > 0; count--) {
            headers.append(one(HEADERS)).append(random.nextInt(20) == 0 ? "\n" : "\r\n");
        }
        return ascii(random.nextBoolean()
                ? Row.get("/api/estate/1", headers.toString())
                : Row.post("/api/estate/req_doc/1", headers.toString(), EMAIL));
    }

    private byte[] chunks() {
        byte[] chunks = ascii("5;a=b\r\n{\"ema\r\na\r\nil\":\"a@b\"}\r\n0\r\nX-Sum: 1\r\n\r\n");
        return join(ascii(Row.chunked(one(List.of("/api/estate/req_doc/1", "/api/estate/nazotte", "/nothing")), "")),
                spoilt(chunks, chunks.length));
    }

    private static byte[] post(String target, String contentType, byte[] body) {
        return join(ascii(Row.request("POST", target,
                "Content-Type: " + contentType + "\r\nContent-Length: " + body.length + "\r\n", "")), body);
    }

    private byte[] json() {
        String[] nested = {"[", "{\"email\":", "{\"coordinates\":[", "{\"a\":[{"};
        byte[] body = switch (random.nextInt(4)) {
            case 0 -> ascii(nested[random.nextInt(nested.length)].repeat(1 + random.nextInt(5_000)));
            case 1 -> ascii("{\"email\":" + one(NUMBERS) + "}");
            case 2 -> ascii("{\"email\":\"" + one(TEXTS) + one(TEXTS) + "\"}");
            default -> spoilt(ascii(EMAIL), EMAIL.length());
        };
        return post(one(List.of("/api/estate/req_doc/1", "/api/chair/buy/999999", "/api/estate/nazotte")),
                "application/json",
                body);
    }

    private byte[] drawing() {
        byte[] body = switch (random.nextInt(4)) {
            case 0 -> ascii(DRAWING.replace(one(List.of("35", "139", "140", "36")), one(NUMBERS)));
            case 1 -> ascii(DRAWING.replace(one(List.of("coordinates", "latitude", "longitude")),
                    one(TEXTS).replace("\"", "")));
            case 2 ->
                ascii("{\"coordinates\":[" + (RING.substring(1, RING.length() - 1) + ",").repeat(random.nextInt(300))
                        + "{\"latitude\":35,\"longitude\":139}]}");
            default -> spoilt(ascii(DRAWING), DRAWING.length());
        };
        return post("/api/estate/nazotte", "application/json", body);
    }

    private byte[] form() {
        Upload upload = Upload.of("chairs", ascii("1,2,3\r\n"));
        byte[] body = spoilt(upload.body(), upload.body().length);
        String contentType = random.nextInt(3) == 0
                ? new String(spoilt(ascii(upload.contentType()), 200), StandardCharsets.ISO_8859_1).replaceAll("[\r\n]",
                        "")
                : upload.contentType();
        return join(
                ascii("POST /api/chair HTTP/1.1\r\nHost: isuumo\r\nContent-Length: " + body.length
                        + "\r\nContent-Type: "),
                contentType.getBytes(StandardCharsets.ISO_8859_1), ascii("\r\n\r\n"), body);
    }

    private byte[] csv() {
        int id = 8_000_000 + random.nextInt(1_000_000);
        boolean chair = random.nextBoolean();
        String line = (chair ? Upload.csv(Rows.chair(id)) : Upload.csv(Rows.estate(id))).strip();
        List<String> fields = new ArrayList<>(List.of(line.split(",", -1)));
        for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
            String value = random.nextBoolean() ? one(NUMBERS) : one(TEXTS);
            fields.set(random.nextInt(fields.size()),
                    random.nextBoolean() ? value : "\"" + value.repeat(random.nextInt(3)) + "\"");
        }
        byte[] file = ascii(String.join(",", fields) + "\r\n");
        Upload upload = Upload.of(chair ? "chairs" : "estates",
                random.nextInt(3) == 0 ? spoilt(file, file.length) : file);
        return post(chair ? "/api/chair" : "/api/estate", upload.contentType(), upload.body());
    }

    private byte[] query() {
        StringBuilder query = new StringBuilder();
        for (int count = random.nextInt(50) == 0 ? 500 : random.nextInt(8); count > 0; count--) {
            String value = random.nextBoolean() ? one(NUMBERS) : one(TEXTS);
            query.append(one(List.of("page", "perPage", "rentRangeId", "priceRangeId", "kind", "features", "x", "")))
                    .append('=')
                    .append(value.length() > 100 ? value.substring(0, 100) : value)
                    .append(one(List.of("&", "&&", ";", "?")));
        }
        return ascii(
                Row.get(one(List.of("/api/chair/search?", "/api/estate/search?", "/api/chair/1?", "/?")) + query, ""));
    }
}
