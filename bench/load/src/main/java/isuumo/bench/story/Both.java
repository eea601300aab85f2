package isuumo.bench.story;

import isuumo.bench.score.Failure;
import java.util.concurrent.atomic.AtomicReference;

/** Two requests that a page sends at once: the second one in a virtual thread of its own, so that each is timed fairly. */
record Both<A, B>(A first, B second) {

    /** A request. */
    interface Call<T> {
        T run() throws Failure;
    }

    /** Waits for both; if both fail, the first one's failure is thrown. */
    static <A, B> Both<A, B> of(Call<A> first, Call<B> second) throws Failure {
        AtomicReference<B> result = new AtomicReference<>();
        AtomicReference<Failure> failure = new AtomicReference<>();
        Thread thread = Thread.startVirtualThread(() -> {
            try {
                result.set(second.run());
            } catch (Failure e) {
                failure.set(e);
            }
        });
        A a;
        try {
            a = first.run();
        } finally {
            join(thread);
        }
        if (failure.get() != null) {
            throw failure.get();
        }
        return new Both<>(a, result.get());
    }

    /** Requests end by themselves (the watchdog sees to it), so an interrupt is kept for later. */
    private static void join(Thread thread) {
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
