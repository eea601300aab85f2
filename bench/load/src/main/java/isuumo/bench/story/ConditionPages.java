package isuumo.bench.story;

import com.fasterxml.jackson.databind.JsonNode;
import isuumo.bench.data.Json;
import isuumo.bench.http.Browser.Lane;
import isuumo.bench.http.Reply;
import isuumo.bench.score.Endpoint;
import isuumo.bench.score.Failure;
import isuumo.bench.wire.Unreadable;
import java.io.IOException;
import java.util.Arrays;

/** The search condition documents: equal, as JSON, to the data's; bytes proven equal once are not parsed again. */
final class ConditionPages {
    private final World world;
    private final Caller caller;
    private byte[] provenChairs = {};
    private byte[] provenEstates = {};

    ConditionPages(World world, Caller caller) {
        this.world = world;
        this.caller = caller;
    }

    Reply chairs() throws Failure {
        return caller.getOk(Lane.FIRST, Endpoint.CHAIR_CONDITION, "/api/chair/search/condition");
    }

    Reply estates() throws Failure {
        return caller.getOk(Lane.FIRST, Endpoint.ESTATE_CONDITION, "/api/estate/search/condition");
    }

    void checkChairs(Reply reply) throws Failure {
        provenChairs = check(Endpoint.CHAIR_CONDITION, reply, provenChairs, world.data().chairDocument());
    }

    void checkEstates(Reply reply) throws Failure {
        provenEstates = check(Endpoint.ESTATE_CONDITION, reply, provenEstates, world.data().estateDocument());
    }

    private byte[] check(Endpoint endpoint, Reply reply, byte[] proven, JsonNode right) throws Failure {
        if (Arrays.equals(reply.bytes(), reply.from(), reply.to(), proven, 0, proven.length)) {
            return proven;
        }
        try {
            caller.require(endpoint, Json.tree(reply.bytes(), reply.from(), reply.to()).equals(right),
                    "differs from the data", "");
        } catch (IOException e) {
            throw caller.unreadable(endpoint, new Unreadable(e.getMessage()));
        }
        return Arrays.copyOfRange(reply.bytes(), reply.from(), reply.to());
    }
}
