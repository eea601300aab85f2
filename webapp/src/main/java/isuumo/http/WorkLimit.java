package isuumo.http;

import io.helidon.common.concurrency.limits.FixedLimit;
import io.helidon.common.concurrency.limits.LimitAlgorithm.Token;
import io.helidon.webserver.http.Handler;
import isuumo.outcome.Outcome;
import isuumo.trace.Trace;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/**
 * How many requests of one class of work are at work at once. Others wait, in the order in which they came, so many and so
 * long at most; what is refused then has not begun. So work of a class that too many ask for takes nothing from other classes,
 * and what is answered is answered soon. Thread-safe.
 */
public final class WorkLimit {
    private final String what;
    private final int atOnce;
    private final Duration patience;
    private final FixedLimit limit;
    private final LongAdder refused = new LongAdder();

    /**
     * @param what the class of work, in the plural
     * @param waiting how many wait at most
     * @param patience how long each does
     */
    public WorkLimit(String what, int atOnce, int waiting, Duration patience) {
        this.what = what;
        this.atOnce = atOnce;
        this.patience = patience;
        limit = FixedLimit.builder().permits(atOnce).queueLength(waiting).queueTimeout(patience).build();
    }

    /** @throws Outcome.Busy from the handler when the request's turn does not come in time, or too many are waiting */
    public Handler guard(Handler handler) {
        return (request, response) -> {
            Turn turn = new Turn(limit.tryAcquire().orElseThrow(this::busy));
            Trace.reached("turn");
            response.beforeSend(turn::end);
            try {
                handler.handle(request, response);
            } finally {
                turn.end();
            }
        };
    }

    /** Until the answer begins to be sent: who reads it slowly keeps nobody waiting. Of one thread. */
    private static final class Turn {
        private Token token;

        Turn(Token token) {
            this.token = token;
        }

        void end() {
            if (token != null) {
                token.success();
                token = null;
            }
        }
    }

    private Outcome busy() {
        refused.increment();
        return new Outcome.Busy(
                atOnce + " " + what + " are under way, and others have waited for " + patience.toMillis() + " ms");
    }

    public int running() {
        return atOnce - limit.semaphore().availablePermits();
    }

    public int waiting() {
        return limit.semaphore().getQueueLength();
    }

    /** Since the start. */
    public long refused() {
        return refused.sum();
    }
}
