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
        int[] sorted = pixels.clone();
        Arrays.sort(sorted);
        int[] all = Arrays.stream(sorted).distinct().toArray();
        int[] colors = mostFrequent(sorted, all.length);
        byte[] indexOfColor = new byte[all.length];
        for (int i = 0; i < all.length; i++) {
            indexOfColor[i] = (byte) nearest(colors, all[i]);
        }
        byte[] indexes = new byte[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            indexes[i] = indexOfColor[Arrays.binarySearch(all, pixels[i])];
        }
        return new Palette(colors, indexes);
    }

    private static int[] mostFrequent(int[] sorted, int distinct) {
        long[] countAndColor = new long[distinct];
        int at = -1;
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                countAndColor[++at] = sorted[i];
            }
            countAndColor[at] -= 1L << 32;
        }
        Arrays.sort(countAndColor);
        return Arrays.stream(countAndColor).limit(MAX_COLORS).mapToInt(entry -> (int) entry).toArray();
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
