package isuumo.http;

import isuumo.gzip.Part;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicIntegerArray;
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
 * <p>Thread-safe: entries are immutable, and of two threads that put one either may win.
 */
final class RecentLists {
    private final AtomicReferenceArray<Entry> entries;
    private final AtomicIntegerArray missed;

    /** @param places how many lists can be kept, some 7 KB each */
    RecentLists(int places) {
        entries = new AtomicReferenceArray<>(places);
        missed = new AtomicIntegerArray(places);
    }

    private record Entry(byte[] head, Part[] items, byte[] gzip) {
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
            entries.setRelease(place, new Entry(head, items, gzip));
        } else {
            missed.setPlain(place, hash);
        }
        return gzip;
    }

    private static int hash(byte[] head, Part[] items) {
        int hash = Arrays.hashCode(head);
        for (Part item : items) {
            hash = 31 * hash + System.identityHashCode(item);
        }
        return hash;
    }
}
