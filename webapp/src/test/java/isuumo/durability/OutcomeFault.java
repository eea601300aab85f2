package isuumo.durability;

import static isuumo.testing.Wire.Moment.ANSWERED;
import static isuumo.testing.Wire.Moment.SENT;

import isuumo.testing.Answer;
import isuumo.testing.Wire.Moment;
import isuumo.testing.WireConnection;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Sends a write, and lets something happen to it. */
interface OutcomeFault {
    /** What a purchase waits for, of the chair with that number. */
    String LOCK = "SELECT 1 FROM isuumo.chair WHERE id = %d FOR UPDATE";
    /** What an upload waits for. */
    String COPY = "INSERT INTO isuumo.chair SELECT %d, name, description, thumbnail, price, height, "
            + "width, depth, color, features, kind, popularity, stock FROM isuumo.chair WHERE id = 1";
    /** The database's OK without anything else: nothing affected, no number, no status, no warning. */
    byte[] BARE_OK = {0, 0, 0, 0, 0, 0, 0};

    Answer strike(OutcomeServer server, int id, Supplier<Answer> write) throws Exception;

    /** What happens to a connection while a statement waits. */
    interface Killing {
        void kill(OutcomeServer server, long thread) throws Exception;
    }

    static OutcomeFault cut(Moment moment, String statement) {
        return (server, _, write) -> {
            server.wire().once(moment, statement, WireConnection::cut);
            return write.get();
        };
    }

    static OutcomeFault withoutTransaction(String statement) {
        return (server, _, write) -> {
            server.wire().once(ANSWERED, statement, connection -> connection.answerInstead(BARE_OK));
            return write.get();
        };
    }

    static OutcomeFault killed(Moment moment, String statement) {
        return (server, _, write) -> {
            server.wire().once(moment, statement, connection -> server.kill(connection.thread()));
            return write.get();
        };
    }

    /** The client gives up while the statement is on its way; it comes when the write has been found out about. */
    static Answer late(OutcomeServer server, int id, Supplier<Answer> write) throws Exception {
        AtomicLong thread = new AtomicLong();
        CountDownLatch foundOut = new CountDownLatch(1);
        server.wire().once(SENT, OutcomeRow.UPDATE, connection -> {
            thread.set(connection.thread());
            connection.cutFromClient();
            foundOut.await();
        });
        Answer answer = write.get();
        try {
            OutcomeServer.await("its connection is still there", () -> !server.isRunning("id = " + thread));
        } finally {
            foundOut.countDown();
        }
        return answer;
    }

    /** @param lock on the chair, for which the statement waits meanwhile */
    static OutcomeFault killedInside(String statement, String lock, Killing killing) {
        return (server, id, write) -> {
            AtomicLong thread = new AtomicLong();
            server.wire().once(SENT, statement, connection -> thread.set(connection.thread()));
            try (Connection locking = server.database().connect(); Statement sql = locking.createStatement()) {
                locking.setAutoCommit(false);
                sql.execute(lock.formatted(id));
                CompletableFuture<Answer> answer = CompletableFuture.supplyAsync(write);
                OutcomeServer.await("it does not wait",
                        () -> thread.get() != 0 && server.isRunning("command = 'Execute' AND id = " + thread));
                killing.kill(server, thread.get());
                locking.rollback();
                return answer.get();
            }
        };
    }

    /** As many purchases of another chair as the pool has connections wait for a lock. */
    static Answer withoutConnection(OutcomeServer server, int id, Supplier<Answer> write) throws Exception {
        int other = server.newChair(OutcomeServer.POOL_SIZE);
        try (Connection locking = server.database().connect(); Statement sql = locking.createStatement()) {
            locking.setAutoCommit(false);
            sql.execute("SELECT 1 FROM isuumo.chair WHERE id = " + other + " FOR UPDATE");
            List<CompletableFuture<Answer>> buyers = IntStream.range(0, OutcomeServer.POOL_SIZE)
                    .mapToObj(_ -> CompletableFuture.supplyAsync(() -> server.http().buy(other))).toList();
            OutcomeServer.await("the pool is not empty", () -> server.isRunning("command = 'Execute' AND info LIKE "
                    + "'UPDATE isuumo.chair%' HAVING COUNT(*) = " + OutcomeServer.POOL_SIZE));
            Answer answer = write.get();
            locking.rollback();
            for (CompletableFuture<Answer> buyer : buyers) {
                buyer.get().expectEmpty(200);
            }
            return answer;
        }
    }
}
