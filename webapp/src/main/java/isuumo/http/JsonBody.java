package isuumo.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;

/** JSON request bodies of at most 64 KiB. */
public final class JsonBody {
    private static final int MAX_BYTES = 64 << 10;
    private static final int MAX_EMAIL_CHARS = 1_000;
    /** Coordinates of 17 digits take the JDK parser through big integers, but not this one. */
    private static final ObjectMapper MAPPER = new ObjectMapper(
            JsonFactory.builder().enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER).build());

    /** Reads what it needs from a parser that stands before the first token. */
    public interface Reader<T> {
        T read(JsonParser parser) throws IOException;
    }

    private JsonBody() {}

    /**
     * Reads one JSON value and nothing after it.
     *
     * @throws ApiError 400 when it is no JSON, 413 when it is too large
     */
    public static <T> T read(ServerRequest request, Reader<T> reader) {
        try (JsonParser parser = MAPPER.getFactory().createParser(Body.read(request, MAX_BYTES))) {
            T value = reader.read(parser);
            if (parser.nextToken() != null) {
                throw ApiError.badRequest("The body goes on after its JSON value");
            }
            return value;
        } catch (JacksonException e) {
            throw ApiError.badRequest("The body is no JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw ApiError.badRequest("The body is no JSON: " + e.getMessage());
        }
    }

    /** @throws ApiError 400 when the body is no JSON object, 413 when it is too large */
    public static JsonNode object(ServerRequest request) {
        JsonNode body = read(request, MAPPER::readTree);
        if (body == null || !body.isObject()) {
            throw ApiError.badRequest("The body is no JSON object");
        }
        return body;
    }

    /**
     * The e-mail address of {@code {"email":"…"}}. Any text will do: strict checks belong in the form, and real clients
     * send addresses with spaces.
     */
    public static String email(ServerRequest request) {
        JsonNode body = object(request);
        JsonNode email = body.path("email");
        if (!email.isTextual()) {
            throw ApiError.badRequest("email is missing or no string; send {\"email\":\"…\"}");
        }
        String text = email.textValue();
        if (text.length() > MAX_EMAIL_CHARS || text.chars().anyMatch(Character::isISOControl)) {
            throw ApiError.badRequest("email has " + text.length() + " characters or control characters among them; "
                    + "it may have " + MAX_EMAIL_CHARS + " and none of those");
        }
        return text;
    }

    /** Fails unless the parser's next token is the expected one. */
    public static void expect(JsonParser parser, JsonToken expected, String what) throws IOException {
        if (parser.nextToken() != expected) {
            throw ApiError.badRequest(what);
        }
    }
}
