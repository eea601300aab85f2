package isuumo.bench.truth;

import isuumo.bench.data.Item;
import java.util.Arrays;

/**
 * What the benchmark knows of one row: its data, since when it may and since when it must be visible, and the last bytes
 * that a server sent for it and that were found equal after a real parse. Such bytes need no second parse. Thread-safe.
 */
public sealed class Entry<T extends Item> permits ChairEntry, EstateEntry {
    private static final long NEVER = Long.MAX_VALUE;
    private static final long ALWAYS = Long.MIN_VALUE;

    private final T item;
    private volatile byte[] provenBytes;
    private volatile long mayBeSeenSinceNanos;
    private volatile long mustBeSeenSinceNanos;

    Entry(T item, boolean draft) {
        this.item = item;
        this.mayBeSeenSinceNanos = draft ? NEVER : ALWAYS;
        this.mustBeSeenSinceNanos = draft ? NEVER : ALWAYS;
    }

    public final T item() {
        return item;
    }

    /** The upload of this draft is about to leave. */
    public final void postBegins(long nowNanos) {
        mayBeSeenSinceNanos = nowNanos;
    }

    /** The upload of this draft was answered with success. */
    public final void posted(long nowNanos) {
        mustBeSeenSinceNanos = nowNanos;
    }

    /** Whether an answer that was complete at this time may show the row. */
    public final boolean known(long answerNanos) {
        return mayBeSeenSinceNanos <= answerNanos;
    }

    /** Whether an answer asked for and complete at these times may show the row in a list. */
    public boolean mayBeListed(long askedNanos, long answerNanos) {
        return known(answerNanos);
    }

    /** Whether an answer asked for at this time has to show the row in a list, judged after the answer came. */
    public boolean mustBeListed(long askedNanos) {
        return mustBeSeenSinceNanos <= askedNanos;
    }

    /** Length of the proven bytes if {@code bytes} go on with them at {@code from}, else -1. */
    public final int matchAt(byte[] bytes, int from, int to) {
        byte[] proven = provenBytes;
        if (proven == null || to - from < proven.length) {
            return -1;
        }
        return Arrays.equals(bytes, from, from + proven.length, proven, 0, proven.length) ? proven.length : -1;
    }

    /** Remembers bytes that were parsed and found equal to the row. */
    public final void proven(byte[] bytes, int from, int to) {
        provenBytes = Arrays.copyOfRange(bytes, from, to);
    }
}
