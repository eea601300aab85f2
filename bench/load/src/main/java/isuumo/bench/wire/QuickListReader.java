package isuumo.bench.wire;

import isuumo.bench.truth.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Reads a list answer whose every item begins with its id and equals the data: byte for byte what was proven before, or
 * else proven now. Gives up (null) on anything else, so that the real parser decides. It never accepts what the real
 * parser would not. One use each.
 */
final class QuickListReader<E extends Entry<?>> {
    /** Parses one item: how many bytes it has if it equals the entry's data, else -1. */
    interface Prover<E> {
        int prove(E entry, byte[] bytes, int from, int to);
    }

    private static final byte[] COUNT_KEY = "count".getBytes();
    private static final byte[] ID_KEY = "id".getBytes();
    private static final int MAX_DIGITS = 9;

    private final byte[] bytes;
    private final int end;
    private final byte[] arrayKey;
    private final IntFunction<E> lookup;
    private final Prover<E> prover;
    private int at;

    QuickListReader(byte[] bytes, int from, int to, String arrayKey, IntFunction<E> lookup, Prover<E> prover) {
        this.bytes = bytes;
        this.at = from;
        this.end = to;
        this.arrayKey = arrayKey.getBytes();
        this.lookup = lookup;
        this.prover = prover;
    }

    Listing<E> read() {
        if (!skip('{')) {
            return null;
        }
        int count = -1;
        if (key(COUNT_KEY)) {
            count = number();
            if (count < 0 || !skip(',')) {
                return null;
            }
        }
        if (!key(arrayKey) || !skip('[')) {
            return null;
        }
        List<E> entries = new ArrayList<>();
        if (!skip(']')) {
            do {
                E entry = item();
                if (entry == null) {
                    return null;
                }
                entries.add(entry);
            } while (skip(','));
            if (!skip(']')) {
                return null;
            }
        }
        if (!skip('}')) {
            return null;
        }
        space();
        return at == end ? new Listing<>(count, entries, null, null) : null;
    }

    private E item() {
        space();
        int start = at;
        if (!skip('{') || !key(ID_KEY)) {
            return null;
        }
        int id = number();
        E entry = id < 0 ? null : lookup.apply(id);
        if (entry == null) {
            return null;
        }
        int length = entry.matchAt(bytes, start, end);
        if (length < 0) {
            length = prover.prove(entry, bytes, start, end);
        }
        if (length < 0) {
            return null;
        }
        at = start + length;
        return entry;
    }

    private void space() {
        while (at < end && (bytes[at] == ' ' || bytes[at] == '\n' || bytes[at] == '\r' || bytes[at] == '\t')) {
            at++;
        }
    }

    private boolean skip(char wanted) {
        space();
        if (at < end && bytes[at] == wanted) {
            at++;
            return true;
        }
        return false;
    }

    /** Reads {@code "name":} or leaves the position alone. */
    private boolean key(byte[] name) {
        int start = at;
        space();
        if (at + name.length + 2 <= end && bytes[at] == '"' && bytes[at + 1 + name.length] == '"') {
            for (int i = 0; i < name.length; i++) {
                if (bytes[at + 1 + i] != name[i]) {
                    at = start;
                    return false;
                }
            }
            at += name.length + 2;
            if (skip(':')) {
                return true;
            }
        }
        at = start;
        return false;
    }

    /** A non-negative integer, or -1. */
    private int number() {
        space();
        int start = at;
        int value = 0;
        while (at < end && bytes[at] >= '0' && bytes[at] <= '9' && at - start < MAX_DIGITS) {
            value = value * 10 + bytes[at++] - '0';
        }
        boolean leadingZero = at - start > 1 && bytes[start] == '0';
        boolean goesOn = at < end && (bytes[at] == '.' || bytes[at] == 'e' || bytes[at] == 'E');
        return at == start || leadingZero || goesOn ? -1 : value;
    }
}
