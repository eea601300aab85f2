package isuumo.bench.run;

import isuumo.bench.data.Json;
import isuumo.bench.http.Browser;
import isuumo.bench.http.Reply;
import isuumo.bench.score.Endpoint;
import isuumo.bench.score.Failure;
import isuumo.bench.score.Severity;
import isuumo.bench.story.Caller;
import isuumo.bench.story.UserAgents;
import isuumo.bench.story.World;
import java.io.IOException;

/** Phase 1: the server restores its initial data and names its language. */
final class Initialize {
    private Initialize() {}

    /** The language. */
    static String run(World world) throws Failure {
        try (Browser browser = world.network().first(UserAgents.INITIALIZE)) {
            Caller caller = new Caller(browser, world.metrics(), world.parameters().timeouts().initialize(), false);
            Reply reply = caller.expect(200, Endpoint.INITIALIZE,
                    caller.post(Endpoint.INITIALIZE, "/initialize", null, new byte[0]));
            String language = Json.tree(reply.bytes(), reply.from(), reply.to()).path("language").asText();
            caller.require(Endpoint.INITIALIZE, !language.isBlank(), "the answer names no language", reply.text());
            return language;
        } catch (IOException e) {
            throw new Failure(Severity.CRITICAL, Endpoint.INITIALIZE.label() + ": unreadable answer", e.getMessage());
        }
    }
}
