package isuumo.rehearsal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One request of the {@link Rehearsal}.
 *
 * @param body null: a GET
 * @param gzip whether a compressed answer is welcome
 */
record RehearsalRequest(String path, String contentType, byte[] body, boolean gzip) {
    private static final int TIMEOUT_MILLIS = 10_000;
    private static final int SERVER_ERROR = 500;
    /** As many as an upload of the benchmark has. */
    private static final int UPLOADED_ROWS = 500;
    private static final String BOUNDARY = "rehearsal";
    /** A hexagon around most of Honshu, and the same far smaller. */
    private static final List<String> AREAS = List.of(ring(36, 138, 2.5), ring(35.7, 139.7, 0.4));

    /**
     * One round: every kind of request, uploads first since they are the slowest, the frequent ones more often.
     *
     * <p>Ids that are not there are answered 404, which is rehearsed as well.
     */
    static List<RehearsalRequest> script() {
        List<RehearsalRequest> script = new ArrayList<>();
        script.add(upload("estate", RehearsalRequest::estate));
        script.add(upload("chair", RehearsalRequest::chair));
        for (int i = 0; i < 12; i++) {
            boolean gzip = i % 2 == 0;
            for (String path : List.of(
                    "/api/chair/search?perPage=25&page=" + i + "&priceRangeId=" + i % 6,
                    "/api/chair/search?perPage=25&page=0&heightRangeId=1&widthRangeId=2&kind=" + i + "&color=" + i,
                    "/api/estate/search?perPage=25&page=" + i + "&rentRangeId=" + i % 4,
                    "/api/estate/search?perPage=25&page=0&doorHeightRangeId=1&doorWidthRangeId=2&features=" + i,
                    "/api/chair/low_priced", "/api/estate/low_priced",
                    "/api/chair/" + (i + 1), "/api/estate/" + (i + 1), "/api/recommended_estate/" + (i + 1))) {
                script.add(new RehearsalRequest(path, null, null, gzip));
            }
            script.add(post("/api/estate/req_doc/" + (i + 1), "application/json", "{\"email\":\"rehearsal\"}", gzip));
            script.add(post("/api/estate/nazotte", "application/json", AREAS.get(i % AREAS.size()), gzip));
        }
        script.add(new RehearsalRequest("/api/chair/search/condition", null, null, true));
        script.add(new RehearsalRequest("/api/estate/search/condition", null, null, true));
        return script;
    }

    private static RehearsalRequest post(String path, String contentType, String body, boolean gzip) {
        return new RehearsalRequest(path, contentType, body.getBytes(StandardCharsets.UTF_8), gzip);
    }

    private static String ring(double latitude, double longitude, double radius) {
        return IntStream.rangeClosed(0, 6).mapToDouble(corner -> corner % 6 * Math.PI / 3)
                .mapToObj(angle -> "{\"latitude\":" + (latitude + radius * Math.sin(angle)) + ",\"longitude\":"
                        + (longitude + radius * Math.cos(angle)) + "}")
                .collect(Collectors.joining(",", "{\"coordinates\":[", "]}"));
    }

    private static RehearsalRequest upload(String kind, IntFunction<String> line) {
        String lines = IntStream.range(0, UPLOADED_ROWS).mapToObj(line).collect(Collectors.joining("\r\n"));
        return post("/api/" + kind, "multipart/form-data; boundary=" + BOUNDARY,
                "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + kind + "s\"; filename=\"" + kind
                        + "s.csv\"\r\nContent-Type: text/csv\r\n\r\n" + lines + "\r\n--" + BOUNDARY + "--\r\n",
                false);
    }

    /** Of the size and order of real rows; ids that no real row has. */
    private static String chair(int i) {
        Random random = new Random(i);
        return Integer.MIN_VALUE + i + ",椅子の名前," + "座り心地のよい椅子です。".repeat(5) + ",/images/chair/" + "0".repeat(64)
                + ".png,"
                + random.nextInt(1_000, 20_000) + "," + random.nextInt(30, 200) + "," + random.nextInt(30, 200) + ","
                + random.nextInt(30, 200) + ",白,\"肘掛け,キャスター,折りたたみ\",座椅子," + random.nextInt(1_000_000) + ",1";
    }

    private static String estate(int i) {
        Random random = new Random(i);
        return Integer.MIN_VALUE + i + ",物件の名前," + "日当たりのよい部屋です。".repeat(5) + ",/images/estate/" + "0".repeat(64)
                + ".png,東京都千代田区1丁目1番1号," + random.nextDouble(30, 44) + "," + random.nextDouble(130, 145) + ","
                + random.nextInt(30_000, 200_000) + "," + random.nextInt(30, 200) + "," + random.nextInt(30, 200)
                + ",\"駅近,オートロック,ペット可\"," + random.nextInt(1_000_000);
    }

    /**
     * Sends it to a port of the loopback interface, on a connection that is kept, and reads the answer.
     *
     * @throws IllegalStateException when the server failed
     */
    void send(int port) throws IOException {
        String host = InetAddress.getLoopbackAddress().getHostAddress();
        var connection = (HttpURLConnection) URI.create("http://" + host + ":" + port + path).toURL().openConnection();
        connection.setConnectTimeout(TIMEOUT_MILLIS);
        connection.setReadTimeout(TIMEOUT_MILLIS);
        if (gzip) {
            connection.setRequestProperty("Accept-Encoding", "gzip");
        }
        if (body != null) {
            connection.setRequestProperty("Content-Type", contentType);
            connection.setDoOutput(true);
            connection.setFixedLengthStreamingMode(body.length);
            try (OutputStream out = connection.getOutputStream()) {
                out.write(body);
            }
        }
        int status = connection.getResponseCode();
        try (InputStream in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            if (in != null) {
                in.transferTo(OutputStream.nullOutputStream());
            }
        }
        if (status >= SERVER_ERROR) {
            throw new IllegalStateException("the rehearsal's " + path + " was answered " + status);
        }
    }
}
