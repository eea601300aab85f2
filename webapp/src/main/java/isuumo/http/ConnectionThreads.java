package isuumo.http;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.concurrency.limits.Limit;
import io.helidon.common.task.InterruptableTask;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.spi.ServerConnectionSelector;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * HTTP/1.1 connections, each on a platform thread of its own while there are at most {@link #MAX_THREADS}.
 *
 * <p>People's connections are idle most of the time, so nearly every request finds its thread parked. For a virtual thread
 * that means epoll, a poller that wakes up, a queue, a carrier that wakes up, and the same to park again; for a platform
 * thread the kernel wakes the one that waits in read(2). Reads at 3,000 a second over idle connections cost 26 % less CPU
 * so (80 instead of 108 µs, 87 with {@code -Djdk.pollerMode=1}; {@code bench/run.sh --rate 3000}, third run of 12 s).
 *
 * <p>Helidon runs every connection on a virtual thread; that one hands over before it has read a byte, since a channel that
 * a virtual thread has read from stays non-blocking, and waits for the end. Connections beyond the limit stay on theirs.
 * Thread-safe.
 */
public final class ConnectionThreads implements ServerConnectionSelector {
    /**
     * More than one nginx keeps open; such a thread takes some 100 KB. All virtual threads together get the share of the
     * cores that one of these gets, so whoever is beyond waits for seconds when there is much to do.
     */
    private static final int MAX_THREADS = 1_200;
    private static final long IDLE_SECONDS = 10;
    /** Without listeners that would ask for each line of a request whether it is logged. */
    private static final Http1Config HTTP1 = Http1Config.builder().log(log -> log.receiveLog(false).sendLog(false))
            .build();

    private final ServerConnectionSelector http1 = Http1ConnectionSelector.builder().config(HTTP1).build();
    private final ExecutorService threads;

    public ConnectionThreads() {
        this(MAX_THREADS);
    }

    ConnectionThreads(int maxThreads) {
        threads = new ThreadPoolExecutor(0, maxThreads, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(),
                Thread.ofPlatform().name("connection-", 0).daemon().factory());
    }

    @Override
    public int bytesToIdentifyConnection() {
        return http1.bytesToIdentifyConnection();
    }

    @Override
    public Support supports(BufferData data) {
        return http1.supports(data);
    }

    @Override
    public Set<String> supportedApplicationProtocols() {
        return http1.supportedApplicationProtocols();
    }

    @Override
    public ServerConnection connection(ConnectionContext context) {
        return new HandedOver(http1.connection(MendedConnection.of(context)), threads);
    }

    private record HandedOver(ServerConnection connection, ExecutorService threads)
            implements
                ServerConnection,
                InterruptableTask<Void> {
        @Override
        public void handle(Limit limit) throws InterruptedException {
            Future<?> end;
            try {
                end = threads.submit(() -> {
                    connection.handle(limit);
                    return null;
                });
            } catch (RejectedExecutionException _) {
                connection.handle(limit);
                return;
            }
            await(end);
        }

        private void await(Future<?> end) {
            try {
                end.get();
            } catch (InterruptedException e) {
                connection.close(true);
                throw new CloseConnectionException("the server stops", e);
            } catch (ExecutionException e) {
                switch (e.getCause()) {
                    case RuntimeException cause -> throw cause;
                    case Error cause -> throw cause;
                    default -> throw new CloseConnectionException("the connection's thread was interrupted", e);
                }
            }
        }

        /** Whether it waits for a request. */
        @Override
        public boolean canInterrupt() {
            return ((InterruptableTask<?>) connection).canInterrupt();
        }

        @Override
        public Duration idleTime() {
            return connection.idleTime();
        }

        @Override
        public void close(boolean interrupt) {
            connection.close(interrupt);
        }
    }
}
