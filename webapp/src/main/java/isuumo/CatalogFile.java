package isuumo;

import isuumo.InitialCatalogs.Searches;
import isuumo.store.InitialRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Logger;

/**
 * The catalogs of the initial rows in a file, so that a start need not build them: {@code webapp/DESIGN.md}, "A start".
 *
 * <p>Initial rows never change, so neither does what is written of them; the file is written once after they were loaded, by
 * another thread than those that serve. Which rows it is of stands in it, by the checksums that the database computes of its
 * own. Whatever is doubtful about it is a line in the log, and the catalogs are built from the database. Thread-safe.
 */
final class CatalogFile {
    private static final Logger LOG = Logger.getLogger(CatalogFile.class.getName());

    private final CheckedFile file;
    private final Searches searches;
    private final ReentrantLock writing = new ReentrantLock();
    /** Which rows the file is of, as far as this process knows. */
    private volatile Optional<InitialRows> written = Optional.empty();
    /** Null once it was asked for: what it has read is somebody else's then. */
    private volatile FutureTask<InitialCatalogs> reading;

    /** @param program which build this is */
    CatalogFile(Path path, String program, Searches searches) {
        file = new CheckedFile(path, program);
        this.searches = searches;
        reading = new FutureTask<>(() -> file.read(in -> InitialCatalogs.read(in, searches)));
    }

    /** Reads it while something else is waited for. */
    void startReading() {
        Thread.ofPlatform().daemon().name("catalog-file").start(reading);
    }

    /**
     * The catalogs of these rows, if the file has them. Waits until it is read, which is done once: later, nothing is found.
     *
     * @param rows those of the database; empty when these are not what they were when they were loaded
     */
    Optional<InitialCatalogs> find(Optional<InitialRows> rows) {
        FutureTask<InitialCatalogs> once = reading;
        if (once == null) {
            return Optional.empty();
        }
        reading = null;
        try {
            if (rows.isEmpty()) {
                throw new IOException("the database does not hold the initial rows as they were loaded");
            }
            return Optional.of(read(once, rows.get()));
        } catch (IOException e) {
            LOG.info("building all catalogs from the database: " + e.getMessage());
            return Optional.empty();
        }
    }

    private InitialCatalogs read(FutureTask<InitialCatalogs> once, InitialRows rows) throws IOException {
        once.run(); // or else another thread does
        InitialCatalogs read = get(once);
        if (!read.rows().equals(rows)) {
            throw new IOException(file.path() + " is of other initial rows");
        }
        written = Optional.of(rows);
        LOG.info(() -> "took the catalogs of the initial rows from " + file.path());
        return read;
    }

    private InitialCatalogs get(FutureTask<InitialCatalogs> once) throws IOException {
        try {
            return once.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException expected
                    ? expected
                    : new IOException(file.path() + " cannot be read: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while reading " + file.path(), e);
        }
    }

    /**
     * Writes it in the background, unless it is of the same rows; a failure is a line in the log.
     *
     * @return who does
     */
    Thread keep(InitialCatalogs catalogs) {
        return Thread.ofPlatform().daemon().name("catalog-file").priority(Thread.MIN_PRIORITY)
                .start(() -> write(catalogs));
    }

    private void write(InitialCatalogs catalogs) {
        writing.lock();
        try {
            if (written.equals(Optional.of(catalogs.rows()))) {
                return;
            }
            long start = System.nanoTime();
            file.write(catalogs::write);
            written = Optional.of(catalogs.rows());
            LOG.info("wrote the catalogs of the initial rows to " + file.path() + ": "
                    + Files.size(file.path()) / 1_000_000 + " MB in " + (System.nanoTime() - start) / 1_000_000
                    + " ms");
        } catch (IOException e) {
            LOG.warning("cannot write " + file.path() + ", so that the next start takes longer: " + e);
        } finally {
            writing.unlock();
        }
    }
}
