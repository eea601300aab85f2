package isuumo.catalog;

import isuumo.cluster.Barrier;
import isuumo.store.Database;
import isuumo.store.DatabaseException;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;

/**
 * Finds out, in the background, what became of writes whose outcome is unknown: asks the database until it answers, and
 * shows what is stored. Nobody waits for it but whoever asks for the very rows. Thread-safe.
 *
 * <p>The change feed, where there is one, brings the same; whichever comes second finds nothing to do.
 */
public final class Inquiries implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Inquiries.class.getName());
    private static final int PAUSE_MILLIS = 200;

    private final Database database;
    private final Barrier barrier;
    private final CountDownLatch closing = new CountDownLatch(1);

    /** Shows what the database holds. */
    public interface Inquiry {
        void run() throws SQLException, InterruptedException;
    }

    public Inquiries(Database database, Barrier barrier) {
        this.database = database;
        this.barrier = barrier;
    }

    /**
     * Runs an inquiry until it succeeds.
     *
     * @param what the write that it is about
     */
    public void open(String what, Inquiry inquiry) {
        Thread.ofVirtual().name("inquiry").start(() -> {
            try {
                run(what, inquiry);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt(); // nobody interrupts this thread
            }
        });
    }

    private void run(String what, Inquiry inquiry) throws InterruptedException {
        String said = "";
        do {
            try {
                barrier.committed(database.decided()); // before this host shows it
                inquiry.run();
                LOG.info(() -> "found out what became of " + what);
                return;
            } catch (SQLException | DatabaseException e) {
                String trouble = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
                if (!trouble.equals(said)) {
                    LOG.warning(() -> "cannot find out yet what became of " + what + ": " + trouble);
                    said = trouble;
                }
            }
        } while (!closing.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS));
    }

    @Override
    public void close() {
        closing.countDown();
    }
}
