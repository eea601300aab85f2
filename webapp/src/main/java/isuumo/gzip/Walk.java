package isuumo.gzip;

import java.util.Arrays;

/**
 * Goes through the parts of one text, and tells which bytes are literals and which are matches: a phrase that came at most
 * 32 KB before is a match, another one is what it is made of. Matches side by side that repeat bytes side by side
 * are one. Confined to one thread, used again for text after text.
 */
abstract class Walk {
    private static final int WINDOW = 1 << 15;
    private static final int MAX_BASE = 1 << 30;

    private final int[] phraseLengths;
    private final long[][] definitions;
    /** Where each phrase came last, as {@link #base} plus the place; below it: in an earlier text. */
    private final int[] lastAt;
    private int base = 1;
    private int at;
    private int matchLength;
    private int matchDistance;

    Walk(Phrases phrases, long[][] definitions) {
        phraseLengths = new int[phrases.count()];
        Arrays.setAll(phraseLengths, phrases::length);
        this.definitions = definitions;
        lastAt = new int[phraseLengths.length];
    }

    /** @param bits the codes of one or more bytes */
    abstract void literals(long bits, int count);

    abstract void match(int length, int distance);

    /** Begins a text with so many bytes that are nobody's. */
    void begin(int length) {
        base += at;
        if (base > MAX_BASE) {
            Arrays.fill(lastAt, 0);
            base = 1;
        }
        at = length;
    }

    void skip(int length) {
        endMatch();
        at += length;
    }

    void part(long[] coded) {
        for (int i = Coded.FIRST_STEP; i < coded.length; i++) {
            long step = coded[i];
            int bitCount = Coded.bitCount(step);
            if (bitCount > 0) {
                endMatch();
                literals(Coded.bits(step), bitCount);
                at += Coded.literals(step);
            }
            int phrase = Coded.phrase(step);
            if (phrase != Phrases.NONE) {
                phrase(phrase);
            }
        }
    }

    private void phrase(int phrase) {
        int before = lastAt[phrase] - base;
        lastAt[phrase] = base + at;
        int distance = at - before;
        if (before < 0 || distance > WINDOW) {
            part(definitions[phrase]);
            return;
        }
        int length = phraseLengths[phrase];
        if (distance == matchDistance && matchLength + length <= Symbols.MAX_LENGTH) {
            matchLength += length;
        } else {
            endMatch();
            matchDistance = distance;
            matchLength = length;
        }
        at += length;
    }

    final void endMatch() {
        if (matchLength > 0) {
            match(matchLength, matchDistance);
            matchLength = 0;
            matchDistance = 0;
        }
    }
}
