package isuumo.generator.picture;

/** Colours as 0xRRGGBB, and what light and shade do to them. */
public final class Tone {
    static final int WHITE = 0xFFFFFF;
    static final int INK = 0x2D2A3A;

    private Tone() {}

    /** {@code part} of {@code b}, the rest {@code a}. */
    static int mix(int a, int b, double part) {
        int mixed = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            int from = a >> shift & 0xFF;
            int to = b >> shift & 0xFF;
            mixed |= (int) Math.rint(from + (to - from) * part) << shift;
        }
        return mixed;
    }

    static int light(int rgb, double part) {
        return mix(rgb, WHITE, part);
    }

    static int dark(int rgb, double part) {
        return mix(rgb, INK, part);
    }

    /** Squared distance in RGB, with green weighted most, as the eye does. */
    static int distance(int a, int b) {
        int red = (a >> 16 & 0xFF) - (b >> 16 & 0xFF);
        int green = (a >> 8 & 0xFF) - (b >> 8 & 0xFF);
        int blue = (a & 0xFF) - (b & 0xFF);
        return 2 * red * red + 4 * green * green + 3 * blue * blue;
    }
}
