package isuumo.http;

import isuumo.gzip.Part;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;

/**
 * Compressed lists that are asked for again and again, by what they are made of: the head's bytes and the very items. Items
 * never change, so a list that is found here is right whichever snapshot asks for it, and no sale or upload has to clear
 * anything.
 *
 * <p>A table with one place for each hash. A list gets its place, and the one before loses it, when it is the second
 * running that is missed there: most drawings and many searches come once, and answers that are kept for nothing fill the
 * old generation. In a run of the benchmark's 40 s four of five answers to searches for estates are found, and one of five
 * to those for chairs, which are more various.
 *
 * <p>All together take at most so many bytes: a list of 25 has 7 KB, one of 1000 rows a hundred and more. What finds no room
 * is not kept.
 *
 * <p>Thread-safe: entries are immutable, and of two threads that put one either may win.
 */
final class RecentLists {
    private final AtomicReferenceArray<Entry> entries;
    private final AtomicIntegerArray missed;

    private final long maxBytes;
    private final AtomicLong bytes = new AtomicLong();

    /**
     * @param places how many lists can be kept
     * @param maxBytes of all of them
     */
    RecentLists(int places, long maxBytes) {
        this.maxBytes = maxBytes;
        entries = new AtomicReferenceArray<>(places);
        missed = new AtomicIntegerArray(places);
    }

    private record Entry(byte[] head, Part[] items, byte[] gzip) {
        private static final int OVERHEAD_BYTES = 100;
        private static final int BYTES_A_REFERENCE = 4;

        long bytes() {
            return OVERHEAD_BYTES + head.length + (long) BYTES_A_REFERENCE * items.length + gzip.length;
        }

        boolean isOf(byte[] otherHead, Part[] otherItems) {
            return Arrays.equals(head, otherHead) && sameItems(otherItems);
        }

        private boolean sameItems(Part[] others) {
            if (items.length != others.length) {
                return false;
            }
            for (int i = 0; i < items.length; i++) {
                if (items[i] != others[i]) {
                    return false;
                }
            }
            return true;
        }
    }

    /** The list as it was compressed before, or else as {@code compressed} gives it. */
    byte[] gzip(byte[] head, Part[] items, Supplier<byte[]> compressed) {
        int hash = hash(head, items);
        int place = Integer.remainderUnsigned(hash, entries.length());
        Entry entry = entries.getAcquire(place);
        if (entry != null && entry.isOf(head, items)) {
            return entry.gzip;
        }
        byte[] gzip = compressed.get();
        if (missed.getPlain(place) == hash) {
            keep(place, new Entry(head, items, gzip));
        } else {
            missed.setPlain(place, hash);
        }
        return gzip;
    }

    private void keep(int place, Entry entry) {
        Entry before = entries.getAndSet(place, null);
        long freed = before == null ? 0 : before.bytes();
        if (bytes.addAndGet(entry.bytes() - freed) > maxBytes) {
            bytes.addAndGet(-entry.bytes());
            return;
        }
        Entry other = entries.getAndSet(place, entry); // of another thread that was as quick
        if (other != null) {
            bytes.addAndGet(-other.bytes());
        }
    }

    /** Keeps none of them: items that are gone for good would stay in memory with theirs. */
    void clear() {
        for (int place = 0; place < entries.length(); place++) {
            Entry entry = entries.getAndSet(place, null);
            if (entry != null) {
                bytes.addAndGet(-entry.bytes());
            }
        }
    }

    /** What all of them take. */
    long bytes() {
        return bytes.get();
    }

    private static int hash(byte[] head, Part[] items) {
        int hash = Arrays.hashCode(head);
        for (Part item : items) {
            hash = 31 * hash + System.identityHashCode(item);
        }
        return hash;
    }
}
