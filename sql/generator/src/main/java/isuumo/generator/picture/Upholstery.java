package isuumo.generator.picture;

import isuumo.generator.Dice;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** What a chair is covered with and built of: one colour, or a patchwork of several, and its legs' material. */
record Upholstery(List<Integer> patches, int frame) {
    private static final List<Integer> WOODS = List.of(0xC9965F, 0xB07B4A, 0x8C5A38, 0xD9B27C, 0x6B4630, 0xE0C294);
    private static final List<Integer> PATCHWORK = List.of(0xD9604C, 0xE9B949, 0x5E9C76, 0x4C7FA8, 0xE8E0CE, 0xC98BA4,
            0x8772A8, 0xE58E4E, 0x7DB3BF);
    private static final int PATCHES = 4;

    static Upholstery of(OptionalInt color, Dice dice) {
        int wood = dice.one(WOODS);
        if (color.isPresent()) {
            return new Upholstery(List.of(color.getAsInt()), wood);
        }
        int start = dice.below(PATCHWORK.size());
        int stride = dice.one(List.of(1, 2, 4));
        List<Integer> patches = IntStream.range(0, PATCHES)
                .mapToObj(n -> PATCHWORK.get((start + n * stride) % PATCHWORK.size())).toList();
        return new Upholstery(patches, wood);
    }

    /** The colour of the n-th part. */
    int part(int n) {
        return patches.get(n % patches.size());
    }

    boolean patchwork() {
        return patches.size() > 1;
    }
}
