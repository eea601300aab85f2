package isuumo.generator.picture;

import isuumo.generator.Dice;
import java.util.List;

/** A landscape's canvas, its dice and its light; what all of its parts share. */
final class Scene {
    /** Where the buildings stand. */
    static final double GROUND_Y = 236;

    private static final int LAMPLIGHT = 0xFFE08A;
    private static final List<Integer> GLASS = List.of(0x8FC1D9, 0xA5D0E0, 0x7FB0CC);

    final Canvas canvas;
    final Dice dice;
    final Daytime time;

    Scene(Canvas canvas, Dice dice, Daytime time) {
        this.canvas = canvas;
        this.dice = dice;
        this.time = time;
    }

    /** Paints in the light of the hour. */
    void fill(Path path, int rgb) {
        canvas.fill(path, time.tint(rgb));
    }

    void shade(Path path, int opacityPercent) {
        canvas.fill(path, Tone.INK, opacityPercent);
    }

    /** A window with a frame and crossbars; lit at night, in most. */
    void window(double x, double y, double width, double height, int frame) {
        fill(Path.rectangle(x - 3, y - 3, width + 6, height + 6), frame);
        pane(x, y, width, height);
        if (width < 40) {
            fill(Path.rectangle(x + width / 2 - 1, y, 2, height), frame);
        }
        fill(Path.rectangle(x, y + height * 0.45, width, 2), frame);
        fill(Path.rectangle(x - 5, y + height + 3, width + 10, 3), Tone.dark(frame, 0.12));
    }

    /** Glass without a frame. */
    void pane(double x, double y, double width, double height) {
        Path glass = Path.rectangle(x, y, width, height);
        if (time.lampsAreOn() && dice.chance(68)) {
            canvas.fill(glass, LAMPLIGHT);
            canvas.fill(Path.rectangle(x, y, width, height * 0.3), Tone.WHITE, 30);
        } else {
            fill(glass, dice.one(GLASS));
            fill(Path.of(x + width * 0.15, y + height, x + width * 0.5, y, x + width * 0.75, y, x + width * 0.4,
                    y + height),
                    Tone.light(GLASS.get(1), 0.35));
        }
    }

    void door(double x, double y, double width, double height, int rgb) {
        fill(Path.rectangle(x - 4, y - 4, width + 8, height + 4), Tone.light(rgb, 0.7));
        fill(Path.rectangle(x, y, width, height), rgb);
        switch (dice.below(3)) {
            case 0 -> pane(x + width * 0.28, y + 7, width * 0.44, height * 0.3);
            case 1 -> {
                for (int row = 0; row < 2; row++) {
                    fill(Path.rectangle(x + 4, y + 6 + row * height * 0.46, width - 8, height * 0.36),
                            Tone.dark(rgb, 0.15));
                }
            }
            default -> canvas.fill(Path.circle(x + width / 2, y + height * 0.27, width * 0.2), LAMPLIGHT);
        }
        fill(Path.circle(x + width - 5, y + height * 0.55, 2.2), 0xF2D98A);
        fill(Path.rectangle(x - 9, y + height - 1, width + 18, 5), 0xB9B2A8);
    }
}
