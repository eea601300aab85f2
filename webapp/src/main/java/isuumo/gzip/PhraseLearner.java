package isuumo.gzip;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.eclipse.collections.api.map.primitive.MutableLongIntMap;
import org.eclipse.collections.impl.list.mutable.primitive.IntArrayList;
import org.eclipse.collections.impl.map.mutable.primitive.LongIntHashMap;

/**
 * Learns phrases from sample texts by pair merging (Gage 1994, "A new algorithm for data compression"): two neighbours
 * that occur together often enough become one, round after round. It begins with characters, runs of letters and runs of
 * punctuation; digits stay alone, since numbers do not repeat. Confined to one thread; used once.
 */
final class PhraseLearner {
    private static final int MAX_ROUNDS = 12;
    private static final int DIGIT = -1;
    private static final int END_OF_TEXT = -2;

    private final int minOccurrences;
    private final List<byte[]> texts = new ArrayList<>();
    private final IntArrayList occurrences = new IntArrayList();
    private final Map<String, Integer> numbers = new HashMap<>();
    private int[] symbols = new int[1 << 12];
    private int count;

    PhraseLearner(int minOccurrences) {
        this.minOccurrences = minOccurrences;
    }

    void add(byte[] text) {
        String characters = new String(text, StandardCharsets.UTF_8);
        int at = 0;
        while (at < characters.length()) {
            int end = unitEnd(characters, at);
            boolean isDigit = isDigit(characters.charAt(at));
            add(isDigit ? DIGIT : number(characters.substring(at, end)));
            at = end;
        }
        add(END_OF_TEXT);
    }

    private void add(int symbol) {
        if (count == symbols.length) {
            symbols = Arrays.copyOf(symbols, 2 * count);
        }
        if (symbol >= 0) {
            occurs(symbol);
        }
        symbols[count++] = symbol;
    }

    private int number(String text) {
        return numbers.computeIfAbsent(text, _ -> {
            texts.add(text.getBytes(StandardCharsets.UTF_8));
            occurrences.add(0);
            return texts.size() - 1;
        });
    }

    private void occurs(int symbol) {
        occurrences.set(symbol, occurrences.get(symbol) + 1);
    }

    private static int unitEnd(String text, int at) {
        char first = text.charAt(at);
        if (first > 0x7F) {
            return at + Character.charCount(text.codePointAt(at));
        }
        int end = at + 1;
        while (!isDigit(first) && end < text.length() && text.charAt(end) <= 0x7F && !isDigit(text.charAt(end))
                && isLetter(text.charAt(end)) == isLetter(first)) {
            end++;
        }
        return end;
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    private static boolean isLetter(char ascii) {
        return ascii >= 'a' && ascii <= 'z' || ascii >= 'A' && ascii <= 'Z';
    }

    Phrases learn() {
        for (int round = 0; round < MAX_ROUNDS; round++) {
            if (!merge()) {
                break;
            }
        }
        return new Phrases(IntStream.range(0, texts.size()).filter(this::isPhrase).boxed()
                .sorted(Comparator.comparingInt(symbol -> -occurrences.get(symbol))).limit(Coded.MAX_PHRASES)
                .map(texts::get).toList());
    }

    private boolean isPhrase(int symbol) {
        int length = texts.get(symbol).length;
        return occurrences.get(symbol) >= minOccurrences && length >= Phrases.MIN_LENGTH
                && length <= Symbols.MAX_LENGTH;
    }

    /** Merges each pair that is more frequent than the one it overlaps with. Returns whether there was one. */
    private boolean merge() {
        MutableLongIntMap pairs = new LongIntHashMap();
        for (int i = 0; i + 1 < count; i++) {
            if (isPair(i)) {
                pairs.addToValue(pair(i), 1);
            }
        }
        MutableLongIntMap merged = new LongIntHashMap();
        int kept = 0;
        for (int i = 0; i < count; i++) {
            int here = isPair(i) ? pairs.get(pair(i)) : 0;
            int next = isPair(i + 1) ? pairs.get(pair(i + 1)) : 0;
            if (here >= minOccurrences && here >= next) {
                int left = symbols[i];
                int right = symbols[i + 1];
                int both = merged.getIfAbsentPut(pair(i), () -> joined(left, right));
                occurs(both);
                symbols[kept++] = both;
                i++;
            } else {
                symbols[kept++] = symbols[i];
            }
        }
        count = kept;
        return !merged.isEmpty();
    }

    private boolean isPair(int i) {
        return i + 1 < count && symbols[i] >= 0 && symbols[i + 1] >= 0
                && texts.get(symbols[i]).length + texts.get(symbols[i + 1]).length <= Symbols.MAX_LENGTH;
    }

    private long pair(int i) {
        return (long) symbols[i] << Integer.SIZE | symbols[i + 1];
    }

    private int joined(int left, int right) {
        return number(new String(texts.get(left), StandardCharsets.UTF_8)
                + new String(texts.get(right), StandardCharsets.UTF_8));
    }
}
