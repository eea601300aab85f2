package isuumo.rfc;

import java.nio.charset.StandardCharsets;

/**
 * One request, byte by byte, and what must come of it.
 *
 * @param status to the server
 * @param nginxStatus through nginx
 */
record Row(String name, byte[] request, int status, int nginxStatus, Then then) {
    /** What becomes of the connection. */
    enum Then {
        /** It answers the request that follows in the same packet. */
        STAYS,
        /** It closes after the answer. */
        CLOSES,
        /** Either, but nothing in the request's body is taken for a request. */
        STAYS_OR_CLOSES
    }

    static Row of(String name, String request, int status, Then then) {
        return new Row(name, request.getBytes(StandardCharsets.UTF_8), status, status, then);
    }

    /** nginx itself answers, and may close the connection, too. */
    Row throughNginx(int otherStatus) {
        return new Row(name, request, status, otherStatus, then);
    }

    /** The same with another method. */
    Row as(String method) {
        String text = new String(request, StandardCharsets.ISO_8859_1).replaceFirst("^[A-Z]+", method);
        return new Row(name, text.getBytes(StandardCharsets.ISO_8859_1), status, nginxStatus, then);
    }

    boolean isHead() {
        return new String(request, StandardCharsets.ISO_8859_1).stripLeading().startsWith("HEAD ");
    }

    @Override
    public String toString() {
        return name;
    }

    /** The request with these header lines, each with its CR LF. */
    static String request(String method, String target, String headers, String body) {
        return method + " " + target + " HTTP/1.1\r\nHost: isuumo\r\n" + headers + "\r\n" + body;
    }

    static String get(String target, String headers) {
        return request("GET", target, headers, "");
    }

    /** With its length. */
    static String post(String target, String headers, String body) {
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        return request("POST", target, "Content-Type: application/json\r\nContent-Length: " + length + "\r\n" + headers,
                body);
    }

    static String chunked(String target, String chunks) {
        return request("POST", target, "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n", chunks);
    }
}
