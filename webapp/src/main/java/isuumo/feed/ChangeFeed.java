package isuumo.feed;

import com.github.shyiko.mysql.binlog.event.Event;
import com.github.shyiko.mysql.binlog.event.EventType;
import isuumo.gtid.GtidSet;
import isuumo.store.DatabaseException;
import isuumo.store.FeedServer;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;

/**
 * Keeps a target up with its database: follows the row events of the server's log from the target's position on, whole
 * transactions, in order, each once.
 *
 * <p>Whatever has arrived is replayed at once, as one change of the target: a host that is behind on a busy machine catches
 * up.
 *
 * <p>A lost connection is made again from the last position. Where the events do not lead on (the log was purged, a table
 * was truncated or altered, the server was replaced by one that lacks what the target holds) the target is built anew
 * from the tables. One thread of its own, from {@link #start} to {@link #close}.
 */
public final class ChangeFeed implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(ChangeFeed.class.getName());
    /** How many transactions are replayed at once at most: each is small, but others wait to hear of the first. */
    private static final int MAX_PENDING = 200;

    private final FeedServer server;
    private final FeedTarget target;
    private final FeedTuning tuning;
    /** Like a replica's server_id: no other's. The same one again makes the server end this feed's own dead connection. */
    private final long clientId = ThreadLocalRandom.current().nextLong(1L << 31, 1L << 32);
    private final Progress progress = new Progress();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread = Thread.ofPlatform().name("change-feed").daemon().unstarted(this::run);
    private volatile LogConnection connection;
    private TransactionReader reader;
    /** Complete, and not replayed yet, as more was there to be read. */
    private final List<Transaction> pending = new ArrayList<>();
    private int failures;

    public ChangeFeed(FeedServer server, FeedTarget target, FeedTuning tuning) {
        this.server = server;
        this.target = target;
        this.tuning = tuning;
    }

    /**
     * Starts from the target's position.
     *
     * @throws DatabaseException when the server's settings make following impossible
     */
    public void start() throws SQLException {
        server.requireSettings();
        thread.start();
    }

    public FeedStatus status() {
        return progress.status(target.position());
    }

    private void run() {
        while (!isClosing()) {
            reader = new TransactionReader(tuning.maxChanges(), target.tables());
            pending.clear(); // they come again
            try {
                follow();
            } catch (LostTrackException e) {
                lost(e.getMessage(), reader.current());
            } catch (IOException | SQLException | DatabaseException e) {
                retry(e);
            } catch (RuntimeException e) { // of the library; this thread is the only one that could go on
                retry(new IOException(e.toString(), e));
            }
        }
    }

    /** @param transaction that tells too little, or too much; empty when it was none */
    private void lost(String reason, GtidSet transaction) {
        try {
            if (transaction.isEmpty() || !target.holdsByNow(transaction)) {
                rebuild(reason, target.position().plus(transaction));
            }
        } catch (SQLException e) {
            retry(e);
        }
    }

    private void follow() throws LostTrackException, IOException, SQLException {
        server.requireSettings();
        Optional<GtidSet> executed = awaitExecuted(target.position());
        if (executed.isEmpty()) {
            rebuild("the database has not executed " + target.position() + ", which is shown already", GtidSet.EMPTY);
            return;
        }
        connection = new LogConnection(server, tuning, clientId, target.position(), new LogConnection.Handler() {
            @Override
            public void connected() {
                ChangeFeed.this.connected(executed.get());
            }

            @Override
            public void handle(Event event) throws LostTrackException {
                ChangeFeed.this.handle(event);
            }
        });
        connection.follow();
    }

    /**
     * What the server has executed, once that is all of the target's: a transaction is logged, and sent to followers, a
     * moment before it is executed.
     */
    private Optional<GtidSet> awaitExecuted(GtidSet position) throws SQLException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(tuning.patienceMillis());
        GtidSet executed = server.executed();
        while (!executed.covers(position)) {
            if (System.nanoTime() > deadline || isClosing()) {
                return Optional.empty();
            }
            pause(tuning.firstRetryMillis());
            executed = server.executed();
        }
        return Optional.of(executed);
    }

    private void connected(GtidSet executed) {
        LOG.info(() -> "following the row events of " + server.host() + ":" + server.port() + " from "
                + target.position());
        progress.connected(executed, target.position());
        if (isClosing()) {
            connection.close();
        }
    }

    private void handle(Event event) throws LostTrackException {
        progress.heard();
        EventType type = event.getHeader().getEventType();
        if (type == EventType.HEARTBEAT) {
            progress.nothingNew();
        }
        if (type == EventType.HEARTBEAT || !reader.current().isEmpty()) {
            failures = 0; // not at the first events, which only describe the log
        }
        reader.read(event).ifPresent(pending::add);
        if (!pending.isEmpty() && (pending.size() >= MAX_PENDING || !connection.hasMore())) {
            target.replay(List.copyOf(pending));
            progress.replayed(pending.size(), target.position());
            pending.clear();
        }
    }

    private void rebuild(String reason, GtidSet atLeast) {
        LOG.warning("building the catalogs anew from the tables: " + reason);
        long start = System.nanoTime();
        progress.failed(reason);
        target.rebuilding(reason);
        while (!isClosing()) {
            long millis = (System.nanoTime() - start) / 1_000_000;
            try {
                if (target.rebuild(millis < tuning.patienceMillis() ? atLeast : GtidSet.EMPTY)) {
                    long took = (System.nanoTime() - start) / 1_000_000;
                    progress.rebuilt(took);
                    LOG.warning("built the catalogs anew in " + took + " ms, up to " + target.position());
                    pause(nextPauseMillis());
                    return;
                }
                pause(tuning.firstRetryMillis());
            } catch (SQLException | DatabaseException e) {
                retry(e);
            }
        }
    }

    private void retry(Exception e) {
        String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        if (progress.failed(reason)) {
            LOG.warning("the change feed stands still, trying again: " + reason);
        }
        pause(nextPauseMillis());
    }

    private int nextPauseMillis() {
        return Math.min(tuning.lastRetryMillis(), tuning.firstRetryMillis() << Math.min(failures++, 16));
    }

    private void pause(int millis) {
        try {
            closing.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // nobody interrupts this thread
        }
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }

    /** Returns when nothing more will be applied. */
    @Override
    public void close() {
        closing.countDown();
        LogConnection last = connection;
        if (last != null) {
            last.close();
        }
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
