package isuumo.gzip;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Phrases that occur in many texts, numbered from 0: what a match may repeat. A phrase is longer than those that it is
 * made of, and comes after them. Immutable.
 */
final class Phrases {
    static final int NONE = -1;
    /** A shorter match costs about as many bits as its literals. */
    static final int MIN_LENGTH = 6;

    private final List<byte[]> phrases;
    private final Map<Long, int[]> byBeginning = new HashMap<>();

    /** @param phrases of {@link #MIN_LENGTH} to {@link Symbols#MAX_LENGTH} bytes, each once */
    Phrases(List<byte[]> phrases) {
        this.phrases = phrases.stream().sorted(Comparator.comparingInt(phrase -> phrase.length)).toList();
        Map<Long, List<Integer>> lists = new HashMap<>();
        for (int phrase = count() - 1; phrase >= 0; phrase--) {
            lists.computeIfAbsent(beginning(this.phrases.get(phrase), 0), _ -> new ArrayList<>()).add(phrase);
        }
        lists.forEach((key, list) -> byBeginning.put(key, list.stream().mapToInt(Integer::intValue).toArray()));
    }

    int count() {
        return phrases.size();
    }

    /** Not to be written to. */
    byte[] text(int phrase) {
        return phrases.get(phrase);
    }

    int length(int phrase) {
        return phrases.get(phrase).length;
    }

    /** The longest phrase at a place that is shorter than {@code limit} bytes, or {@link #NONE}. */
    int longest(byte[] text, int at, int limit) {
        if (at + MIN_LENGTH > text.length) {
            return NONE;
        }
        int[] candidates = byBeginning.get(beginning(text, at));
        if (candidates != null) {
            for (int phrase : candidates) {
                byte[] bytes = phrases.get(phrase);
                if (bytes.length < limit && at + bytes.length <= text.length
                        && Arrays.equals(bytes, 0, bytes.length, text, at, at + bytes.length)) {
                    return phrase;
                }
            }
        }
        return NONE;
    }

    private static long beginning(byte[] text, int at) {
        long first = 0;
        for (int i = 0; i < MIN_LENGTH; i++) {
            first = first << Byte.SIZE | text[at + i] & 0xFF;
        }
        return first;
    }
}
