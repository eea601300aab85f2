package isuumo.bench.run;

import isuumo.bench.answers.AnswerSource;
import isuumo.bench.answers.Kind;
import isuumo.bench.answers.Recorded;
import isuumo.bench.answers.SameJson;
import isuumo.bench.data.Json;
import isuumo.bench.http.Browser;
import isuumo.bench.http.Browser.Lane;
import isuumo.bench.http.Reply;
import isuumo.bench.score.Endpoint;
import isuumo.bench.score.Failure;
import isuumo.bench.score.Leave;
import isuumo.bench.score.Severity;
import isuumo.bench.story.Caller;
import isuumo.bench.story.ChairDraftStory;
import isuumo.bench.story.EstateDraftStory;
import isuumo.bench.story.Pages;
import isuumo.bench.story.UserAgents;
import isuumo.bench.story.World;
import isuumo.bench.truth.ChairEntry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/** Phase 2: recorded answers, then one scenario with uploads and a purchase. Anything wrong ends the run. */
final class Verify {
    private static final int FIRST_ERROR_STATUS = 400;

    private final World world;
    private final AnswerSource answers;
    private final RandomGenerator random;

    Verify(World world, AnswerSource answers, RandomGenerator random) {
        this.world = world;
        this.answers = answers;
        this.random = random;
    }

    void run() throws Failure {
        Map<Kind, List<Recorded>> records = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            records.put(kind, answers.some(kind, world.parameters().amounts().recordsPerKind(), random));
        }
        long start = System.nanoTime();
        try (Browser browser = world.network().first(UserAgents.VERIFY)) {
            Caller caller = new Caller(browser, world.metrics(), world.parameters().timeouts().verifyRequest(), false);
            for (Map.Entry<Kind, List<Recorded>> kind : records.entrySet()) {
                for (Recorded recorded : kind.getValue()) {
                    compare(caller, kind.getKey().endpoint(), recorded);
                    requireInTime(start);
                }
            }
            scenario(caller);
            requireInTime(start);
        }
    }

    private void requireInTime(long startNanos) throws Failure {
        long limitNanos = world.parameters().timeouts().verifyInAll().toNanos();
        long nanos = System.nanoTime() - startNanos;
        if (nanos > limitNanos) {
            throw new Failure(Severity.CRITICAL, "verification took longer than " + ruleMillis(limitNanos) + " ms",
                    ruleMillis(nanos) + " ms");
        }
    }

    private long ruleMillis(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(world.parameters().variation().ruleNanos(nanos));
    }

    private static void compare(Caller caller, Endpoint endpoint, Recorded recorded) throws Failure {
        Recorded.Request request = recorded.request();
        Reply reply = request.method().equals("GET")
                ? caller.get(Lane.FIRST, endpoint, request.pathAndQuery())
                : caller.post(endpoint, request.pathAndQuery(), "application/json",
                        request.body().getBytes(StandardCharsets.UTF_8));
        String asked = request.method() + " " + request.pathAndQuery() + " " + request.body();
        int right = recorded.response().statusCode();
        caller.require(endpoint, reply.status() == right, "another status than recorded",
                reply.status() + " instead of " + right + " for " + asked);
        if (right >= FIRST_ERROR_STATUS) {
            return; // the text of a refusal is the server's own affair
        }
        try {
            Optional<String> difference = SameJson.difference(Json.MAPPER.readTree(recorded.response().body()),
                    Json.tree(reply.bytes(), reply.from(), reply.to()));
            caller.require(endpoint, difference.isEmpty(), "another body than recorded",
                    difference.orElse("") + " for " + asked);
        } catch (IOException e) {
            throw new Failure(Severity.APPLICATION, endpoint.label() + ": unreadable answer",
                    e.getMessage() + " for " + asked);
        }
    }

    private void scenario(Caller caller) throws Failure {
        Pages pages = new Pages(world, caller);
        ChairEntry first = world.truth().chair(world.data().verifyChairs().getFirst().id());
        try {
            new EstateDraftStory(world, caller, world.data().verifyEstates()).play();
            new ChairDraftStory(world, caller, world.data().verifyChairs()).play();
        } catch (Leave page) {
            throw new Failure(Severity.CRITICAL, page.getMessage() + ": slow in verification", "");
        }
        caller.getOk(Lane.FIRST, Endpoint.CHAIR_DETAIL, "/api/chair/" + first.item().id());
        long before = world.tally().purchases();
        pages.buy(first);
        caller.require(Endpoint.CHAIR_BUY, world.tally().purchases() == before + 1, "a chair in stock was not sold",
                "id " + first.item().id());
        Reply after = caller.get(Lane.FIRST, Endpoint.CHAIR_DETAIL, "/api/chair/" + first.item().id());
        caller.require(Endpoint.CHAIR_DETAIL, after.status() == 404, "a sold-out chair is shown",
                "id " + first.item().id() + ", status " + after.status() + " instead of 404");
    }
}
