package isuumo.cluster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import isuumo.cluster.lease.Reply;
import isuumo.cluster.lease.Reply.Grant;
import isuumo.cluster.lease.Report;
import isuumo.store.GtidSet;
import java.io.IOException;

/**
 * The two messages as JSON: {@code {"host","session","position","settled"}} and
 * {@code {"session","granted","parting","required"}}.
 *
 * <p>{@code settled} and {@code parting} came later: an earlier release sends neither, which means false, and ignores both.
 */
final class Messages {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Messages() {}

    static byte[] json(Report report) {
        return bytes(MAPPER.createObjectNode().put("host", report.host()).put("session", report.session())
                .put("position", report.position().toString()).put("settled", report.settled()));
    }

    /** @throws IllegalArgumentException saying what is wrong */
    static Report report(JsonNode json) {
        return new Report(text(json, "host"), number(json), GtidSet.parse(text(json, "position")),
                json.path("settled").asBoolean());
    }

    static byte[] json(Reply reply) {
        return bytes(MAPPER.createObjectNode().put("session", reply.session()).put("granted", reply.granted())
                .put("parting", reply.grant() == Grant.PARTING).put("required", reply.required().toString()));
    }

    private static byte[] bytes(ObjectNode json) {
        try {
            return MAPPER.writeValueAsBytes(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws IllegalArgumentException saying what is wrong */
    static Reply reply(byte[] body) {
        JsonNode json;
        try {
            json = MAPPER.readTree(body);
        } catch (IOException e) {
            throw new IllegalArgumentException("no JSON: " + e.getMessage(), e);
        }
        return new Reply(number(json), grant(json), GtidSet.parse(text(json, "required")));
    }

    private static Grant grant(JsonNode json) {
        Grant granted = json.path("parting").asBoolean() ? Grant.PARTING : Grant.USUAL;
        return json.path("granted").asBoolean() ? granted : Grant.NONE;
    }

    private static String text(JsonNode json, String name) {
        if (!json.path(name).isTextual()) {
            throw new IllegalArgumentException(name + " is missing or no string in " + json);
        }
        return json.path(name).textValue();
    }

    private static long number(JsonNode json) {
        if (!json.path("session").canConvertToExactIntegral()) {
            throw new IllegalArgumentException("session is missing or no integer in " + json);
        }
        return json.path("session").longValue();
    }
}
