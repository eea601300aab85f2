package isuumo.generator.picture;

import java.util.Arrays;

/**
 * A picture as indexes into at most 256 colours: its most frequent ones; the others, which only edges have, become the
 * nearest of these.
 *
 * @param colors  0xRRGGBB, most frequent first
 * @param indexes one unsigned byte a pixel
 */
record Palette(int[] colors, byte[] indexes) {
    static final int MAX_COLORS = 256;

    static Palette of(int[] pixels) {
        long[] countAndColor = colorsByCount(pixels);
        int[] colors = Arrays.stream(countAndColor).limit(MAX_COLORS).mapToInt(entry -> (int) entry).toArray();
        int[] all = Arrays.stream(countAndColor).mapToInt(entry -> (int) entry).sorted().toArray();
        byte[] indexOfColor = new byte[all.length];
        for (int i = 0; i < all.length; i++) {
            indexOfColor[i] = (byte) nearest(colors, all[i]);
        }
        byte[] indexes = new byte[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            boolean asBefore = i > 0 && pixels[i] == pixels[i - 1];
            indexes[i] = asBefore ? indexes[i - 1] : indexOfColor[Arrays.binarySearch(all, pixels[i])];
        }
        return new Palette(colors, indexes);
    }

    /** Each colour once, in the low half of a long; the high half is its count, negative, so that the sort is descending. */
    private static long[] colorsByCount(int[] pixels) {
        long[] runs = runs(pixels);
        Arrays.sort(runs);
        int count = 0;
        for (int i = 0; i < runs.length; i++) {
            int color = (int) (runs[i] >> 32);
            long length = runs[i] & 0xFFFF_FFFFL;
            if (count == 0 || (int) runs[count - 1] != color) {
                runs[count++] = color;
            }
            runs[count - 1] -= length << 32;
        }
        long[] byCount = Arrays.copyOf(runs, count);
        Arrays.sort(byCount);
        return byCount;
    }

    /** Runs of one colour: the colour in the high half, the length in the low one. Far fewer than pixels. */
    private static long[] runs(int[] pixels) {
        long[] runs = new long[pixels.length];
        int count = 0;
        int start = 0;
        for (int i = 1; i <= pixels.length; i++) {
            if (i == pixels.length || pixels[i] != pixels[start]) {
                runs[count++] = (long) pixels[start] << 32 | i - start;
                start = i;
            }
        }
        return Arrays.copyOf(runs, count);
    }

    private static int nearest(int[] colors, int color) {
        int best = 0;
        for (int i = 0; i < colors.length && colors[best] != color; i++) {
            if (Tone.distance(colors[i], color) < Tone.distance(colors[best], color)) {
                best = i;
            }
        }
        return best;
    }
}
