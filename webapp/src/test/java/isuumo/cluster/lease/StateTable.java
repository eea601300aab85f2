package isuumo.cluster.lease;

import java.util.Arrays;

/** The states seen so far and from which each was first reached, 50 bytes a state: an open-addressing hash table. */
final class StateTable {
    static final int SEEN = -1;

    private long[] words = new long[1 << 13];
    private int[] parents = new int[1 << 12];
    private int[] slots = new int[1 << 13];
    private int size;

    /** @return the new state's number, or {@link #SEEN} */
    int add(StateKey key, int parent) {
        if (size == parents.length) {
            grow();
        }
        int slot = slot(key.first(), key.second());
        if (slots[slot] != 0) {
            return SEEN;
        }
        words[2 * size] = key.first();
        words[2 * size + 1] = key.second();
        parents[size] = parent;
        slots[slot] = ++size; // 0 is free
        return size - 1;
    }

    StateKey key(int state) {
        return new StateKey(words[2 * state], words[2 * state + 1]);
    }

    int parent(int state) {
        return parents[state];
    }

    int size() {
        return size;
    }

    private int slot(long first, long second) {
        int mask = slots.length - 1;
        long mixed = (first * 0x9E3779B97F4A7C15L ^ second) * 0xC2B2AE3D27D4EB4FL; // odd constants: multiplicative hashing
        int slot = (int) (mixed >>> 32) & mask;
        while (slots[slot] != 0
                && (words[2 * slots[slot] - 2] != first || words[2 * slots[slot] - 1] != second)) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        words = Arrays.copyOf(words, 2 * words.length);
        parents = Arrays.copyOf(parents, 2 * parents.length);
        slots = new int[2 * slots.length];
        for (int state = 0; state < size; state++) {
            slots[slot(words[2 * state], words[2 * state + 1])] = state + 1;
        }
    }
}
