package isuumo.bench.story;

import isuumo.bench.check.Finding;
import isuumo.bench.http.Browser;
import isuumo.bench.http.Browser.Lane;
import isuumo.bench.http.Reply;
import isuumo.bench.http.TransportException;
import isuumo.bench.score.Endpoint;
import isuumo.bench.score.Failure;
import isuumo.bench.score.Metrics;
import isuumo.bench.score.Severity;
import isuumo.bench.wire.Unreadable;
import java.time.Duration;
import java.util.Optional;

/**
 * A browser whose every request is timed and judged by the load phase's rules. Not thread-safe, except that the two
 * lanes may be used at the same time.
 */
public final class Caller {
    private static final String JSON = "application/json";
    private static final int OK = 200;
    private static final int SERVICE_UNAVAILABLE = 503;

    private final Browser browser;
    private final Metrics metrics;
    private final long timeoutNanos;
    private final boolean bot;
    private long startFromNanos;

    public Caller(Browser browser, Metrics metrics, Duration timeout, boolean bot) {
        this.browser = browser;
        this.metrics = metrics;
        this.timeoutNanos = timeout.toNanos();
        this.bot = bot;
    }

    public Browser browser() {
        return browser;
    }

    /** Times the next request from here on instead of from when it leaves: the open loop's clock. */
    public void nextShouldHaveLeft(long nanos) {
        startFromNanos = nanos;
    }

    /** Any status. */
    public Reply get(Lane lane, Endpoint endpoint, String path) throws Failure {
        return timed(endpoint, "GET " + path, () -> browser.get(lane, path, timeoutNanos));
    }

    /** Any status. */
    public Reply post(Endpoint endpoint, String path, String contentType, byte[] body) throws Failure {
        return timed(endpoint, "POST " + path,
                () -> browser.post(Lane.FIRST, path, contentType, body, timeoutNanos));
    }

    public Reply getOk(Lane lane, Endpoint endpoint, String path) throws Failure {
        return expect(OK, endpoint, get(lane, endpoint, path));
    }

    public Reply postOk(Endpoint endpoint, String path, byte[] json) throws Failure {
        return expect(OK, endpoint, post(endpoint, path, JSON, json));
    }

    public Reply expect(int status, Endpoint endpoint, Reply reply) throws Failure {
        if (reply.status() != status) {
            throw wrongStatus(endpoint, reply, Integer.toString(status));
        }
        return reply;
    }

    public Failure wrongStatus(Endpoint endpoint, Reply reply, String right) {
        String message = endpoint.label() + ": status " + reply.status() + " instead of " + right;
        String body = reply.text();
        return wrong(reply.status() == SERVICE_UNAVAILABLE ? Severity.NOTED : Severity.APPLICATION, endpoint, message,
                body.length() > 100 ? body.substring(0, 100) + "..." : body);
    }

    /** Throws if a check found something. */
    public void require(Endpoint endpoint, Optional<Finding> finding) throws Failure {
        if (finding.isPresent()) {
            throw wrong(Severity.APPLICATION, endpoint, endpoint.label() + ": " + finding.get().what(),
                    finding.get().detail());
        }
    }

    public void require(Endpoint endpoint, boolean right, String what, String detail) throws Failure {
        if (!right) {
            throw wrong(Severity.APPLICATION, endpoint, endpoint.label() + ": " + what, detail);
        }
    }

    public Failure unreadable(Endpoint endpoint, Unreadable e) {
        return wrong(Severity.APPLICATION, endpoint, endpoint.label() + ": unreadable answer", e.getMessage());
    }

    private Failure wrong(Severity severity, Endpoint endpoint, String message, String detail) {
        metrics.wrong(counted(endpoint));
        return new Failure(severity, message, detail);
    }

    private Endpoint counted(Endpoint endpoint) {
        return bot ? Endpoint.BOT : endpoint;
    }

    /** A request about to be sent. */
    private interface Exchange {
        Reply send() throws TransportException;
    }

    private Reply timed(Endpoint endpoint, String request, Exchange exchange) throws Failure {
        if (metrics.stopped()) {
            throw new Failure(Severity.NOTED, "the load is over", "");
        }
        long shouldHaveLeft = startFromNanos;
        startFromNanos = 0;
        long asked = System.nanoTime();
        try {
            Reply reply = exchange.send();
            metrics.record(counted(endpoint), request, reply.status(),
                    shouldHaveLeft == 0 ? reply.askedNanos() : shouldHaveLeft, reply.answerNanos());
            return reply;
        } catch (TransportException e) {
            metrics.record(counted(endpoint), request, 0, shouldHaveLeft == 0 ? asked : shouldHaveLeft,
                    System.nanoTime());
            throw switch (e.kind()) {
                case TIMEOUT, LOCAL -> new Failure(Severity.NOTED, endpoint.label() + ": " + e.getMessage(), "");
                case DROPPED -> wrong(Severity.APPLICATION, endpoint, endpoint.label() + ": connection dropped",
                        e.getMessage());
                case MALFORMED -> wrong(Severity.APPLICATION, endpoint, endpoint.label() + ": no valid HTTP answer",
                        e.getMessage());
            };
        }
    }
}
