package isuumo.cluster;

import static com.fasterxml.jackson.databind.cfg.CoercionAction.Fail;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import isuumo.cluster.lease.Reply;
import isuumo.cluster.lease.Reply.Grant;
import isuumo.cluster.lease.Report;
import isuumo.gtid.GtidSet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/**
 * The hosts' messages as JSON.
 *
 * <p>{@code settled} and {@code parting} came later: an earlier release sends neither, which means false, and ignores both.
 */
final class Messages {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT).disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(LogicalType.Textual, text -> text.setCoercion(CoercionInputShape.Integer, Fail))
            .build();

    private record ReportMessage(@JsonProperty(required = true) String host,
            @JsonProperty(required = true) long session, @JsonProperty(required = true) String position,
            boolean settled) {}

    private record ReplyMessage(@JsonProperty(required = true) long session, boolean granted, boolean parting,
            @JsonProperty(required = true) String required) {}

    private record MandateMessage(@JsonProperty(required = true) long number,
            @JsonProperty(required = true) String writer) {}

    private record OfficeMessage(@JsonProperty(required = true) long number,
            @JsonProperty(required = true) List<String> without) {}

    private record TenureMessage(@JsonProperty(required = true) long number, @JsonProperty(required = true) long after,
            @JsonProperty(required = true) long millis) {}

    private record StandingMessage(long number, String writer, boolean office, long clock) {}

    private Messages() {}

    static byte[] json(Report report) {
        return bytes(new ReportMessage(report.host(), report.session(), report.position().toString(),
                report.settled()));
    }

    static byte[] json(Reply reply) {
        return bytes(new ReplyMessage(reply.session(), reply.granted(), reply.grant() == Grant.PARTING,
                reply.required().toString()));
    }

    static byte[] json(Mandate mandate) {
        return bytes(new MandateMessage(mandate.number(), mandate.writer()));
    }

    private static byte[] bytes(Record message) {
        try {
            return MAPPER.writeValueAsBytes(message);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws IllegalArgumentException saying what is wrong */
    static Report report(JsonNode json) {
        try {
            ReportMessage message = MAPPER.treeToValue(json, ReportMessage.class);
            return new Report(message.host, message.session, GtidSet.parse(message.position), message.settled);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e.getOriginalMessage(), e);
        }
    }

    /** @throws IllegalArgumentException saying what is wrong */
    static Reply reply(byte[] body) {
        try {
            ReplyMessage message = MAPPER.readValue(body, ReplyMessage.class);
            Grant granted = message.parting ? Grant.PARTING : Grant.USUAL;
            return new Reply(message.session, message.granted ? granted : Grant.NONE, GtidSet.parse(message.required));
        } catch (IOException e) {
            throw new IllegalArgumentException("no reply: " + e.getMessage(), e);
        }
    }

    /** @throws IllegalArgumentException saying what is wrong */
    static Mandate mandate(JsonNode json) {
        try {
            return mandate(MAPPER.treeToValue(json, MandateMessage.class));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e.getOriginalMessage(), e);
        }
    }

    /** @throws IllegalArgumentException saying what is wrong */
    static Mandate mandate(byte[] body) {
        try {
            return mandate(MAPPER.readValue(body, MandateMessage.class));
        } catch (IOException e) {
            throw new IllegalArgumentException("no mandate: " + e.getMessage(), e);
        }
    }

    private static Mandate mandate(MandateMessage message) {
        return new Mandate(message.number, message.writer);
    }

    /**
     * What an operator tells a host that is to become the writer.
     *
     * @param number of its mandate
     * @param without hosts that serve nothing and write nothing, since nobody reaches them or their tenure has ended
     */
    record Appointment(long number, Set<String> without) {}

    /** @throws IllegalArgumentException saying what is wrong */
    static Appointment appointment(JsonNode json) {
        try {
            OfficeMessage message = MAPPER.treeToValue(json, OfficeMessage.class);
            return new Appointment(message.number, Set.copyOf(message.without));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e.getOriginalMessage(), e);
        }
    }

    /**
     * What the one who holds the writer's lease for a host tells it.
     *
     * @param number of the mandate by which that host has its office
     * @param after what its clock said at a moment
     * @param millis how long after that moment the tenure ends
     */
    record Extension(long number, long after, long millis) {}

    /** @throws IllegalArgumentException saying what is wrong */
    static Extension extension(JsonNode json) {
        try {
            TenureMessage message = MAPPER.treeToValue(json, TenureMessage.class);
            return new Extension(message.number, message.after, message.millis);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e.getOriginalMessage(), e);
        }
    }

    /** @param clock by which the next {@link Extension} can say its moment */
    static byte[] standing(Mandate mandate, boolean office, long clock) {
        return bytes(new StandingMessage(mandate.number(), mandate.writer(), office, clock));
    }

    static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }
}
