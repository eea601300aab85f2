package isuumo.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What the server answered; every check names the request. */
public record Answer(String request, int status, HttpHeaders headers, byte[] body) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CONTENT_TYPE = "application/json; charset=UTF-8";

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    public JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(request + " answered no JSON: " + text(), e);
        }
    }

    public Answer expect(int expectedStatus) {
        assertEquals(expectedStatus, status, () -> request + " answered " + text());
        return this;
    }

    /** The status, the content type, and the very bytes. */
    public void expectJson(String expected) {
        expect(200).expectJsonType();
        assertEquals(expected, text(), request);
    }

    public void expectEmpty(int expectedStatus) {
        expect(expectedStatus);
        assertEquals("", text(), request);
    }

    /** {@code {"error":"…"}} and nothing else, with a text that says something. */
    public Answer expectError(int expectedStatus) {
        expect(expectedStatus).expectJsonType();
        JsonNode json = json();
        assertEquals(List.of("error"), List.copyOf(json.properties().stream().map(p -> p.getKey()).toList()), request);
        assertTrue(json.get("error").textValue().length() > 10, () -> request + " answered " + text());
        return this;
    }

    private void expectJsonType() {
        assertEquals(CONTENT_TYPE, headers.firstValue("Content-Type").orElse("none"), request);
    }

    /** The ids of a list, in its order. */
    public List<Integer> ids(String list) {
        return json().get(list).valueStream().map(item -> item.get("id").intValue()).toList();
    }
}
