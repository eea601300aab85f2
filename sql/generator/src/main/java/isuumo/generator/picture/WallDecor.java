package isuumo.generator.picture;

import isuumo.generator.Dice;
import java.util.List;

/** What hangs on a wall: windows, pictures, clocks, shelves, lamps. Each is drawn around a middle x. */
final class WallDecor {
    private static final List<Integer> PAINTS = List.of(0xD9604C, 0xE9B949, 0x5E9C76, 0x4C7FA8, 0x8772A8, 0xE58E4E,
            0x2F4A5C);

    enum Piece {
        WINDOW, PICTURES, CLOCK, SHELF, PENDANT, NOTHING
    }

    private final Canvas canvas;
    private final Dice dice;

    WallDecor(Canvas canvas, Dice dice) {
        this.canvas = canvas;
        this.dice = dice;
    }

    void draw(Piece piece, double x) {
        switch (piece) {
            case WINDOW -> window(x);
            case PICTURES -> pictures(x);
            case CLOCK -> clock(x, 74);
            case SHELF -> shelf(x);
            case PENDANT -> pendant(x);
            case NOTHING -> {
                // a bare wall
            }
        }
    }

    private void window(double x) {
        int sky = dice.one(List.of(0xBFE0F2, 0xF9D9B8, 0x34466E, 0xD3E9E4));
        double width = dice.between(72, 92);
        double height = dice.between(88, 110);
        double left = x - width / 2;
        canvas.fill(Path.rectangle(left - 6, 30, width + 12, height + 12), 0xF8F4EC);
        canvas.fill(Path.rectangle(left, 36, width, height), sky);
        if (sky == 0x34466E) {
            canvas.fill(Path.circle(x + width * 0.22, 58, 9), 0xFBEFB8);
            canvas.fill(Path.circle(x + width * 0.22 - 5, 55, 8), sky);
        } else {
            canvas.fill(Path.ellipse(x - width * 0.15, 66, 18, 6), Tone.light(sky, 0.7));
            canvas.fill(Path.ellipse(x - width * 0.05, 62, 12, 6), Tone.light(sky, 0.7));
        }
        canvas.fill(
                Path.at(left, 36 + height).to(left, 24 + height * 0.8)
                        .curve(x - width * 0.2, 10 + height * 0.7, x, 26 + height * 0.8)
                        .curve(x + width * 0.3, 4 + height * 0.8, left + width, 30 + height * 0.8)
                        .to(left + width, 36 + height),
                Tone.mix(sky, 0x4E7D5A, 0.6));
        canvas.fill(Path.rectangle(x - 2, 36, 4, height), 0xF8F4EC);
        canvas.fill(Path.rectangle(left, 34 + height * 0.45, width, 4), 0xF8F4EC);
        canvas.fill(Path.rectangle(left - 10, 40 + height, width + 20, 6), 0xE9E0D0);
        if (dice.chance(50)) {
            curtains(left, width, height);
        }
    }

    private void curtains(double left, double width, double height) {
        int rgb = dice.one(List.of(0xEAC9B8, 0xBFD2C4, 0xD9D3E6, 0xE8D9A8));
        double bottom = 40 + height;
        canvas.fill(Path.at(left - 12, 24).to(left + width * 0.28, 24)
                .curve(left + width * 0.2, bottom * 0.7, left - 2, bottom)
                .to(left - 12, bottom), rgb);
        canvas.fill(Path.at(left + width + 12, 24).to(left + width * 0.72, 24)
                .curve(left + width * 0.8, bottom * 0.7, left + width + 2, bottom).to(left + width + 12, bottom), rgb);
        canvas.fill(Path.rounded(left - 18, 20, width + 36, 5, 2), 0x9A7350);
    }

    private void pictures(double x) {
        int count = dice.between(1, 2);
        for (int i = 0; i < count; i++) {
            double width = count == 1 ? 74 : 38;
            double height = count == 1 ? 56 : dice.between(40, 52);
            double left = x - count * (width + 6) / 2 + i * (width + 6);
            canvas.fill(Path.rectangle(left, 50, width, height),
                    dice.one(List.of(0x5B4636, 0x2F2F37, 0xC9A46B, 0xF7F3EA)));
            canvas.fill(Path.rectangle(left + 3, 53, width - 6, height - 6), 0xFAF6EC);
            art(left + width / 2, 50 + height / 2, Math.min(width, height) / 2 - 8);
        }
    }

    private void art(double x, double y, double size) {
        int first = dice.one(PAINTS);
        int second = dice.one(PAINTS);
        switch (dice.below(4)) {
            case 0 -> canvas.fill(Path.circle(x, y, size * 0.8), first)
                    .fill(Path.circle(x + size / 3, y + size / 3, size * 0.5), second);
            case 1 ->
                canvas.fill(Path.of(x - size, y + size, x - size / 4, y - size * 0.7, x + size / 2, y + size), first)
                        .fill(Path.of(x - size / 3, y + size, x + size / 2, y - size / 4, x + size, y + size), second);
            case 2 -> canvas.fill(Path.rectangle(x - size * 0.8, y - size * 0.8, size * 1.6, size * 0.7), first)
                    .fill(Path.rectangle(x - size * 0.8, y, size * 1.6, size * 0.8), second);
            default -> leaf(x, y, size, first);
        }
    }

    private void leaf(double x, double y, double size, int rgb) {
        canvas.fill(Path.bar(x, y - size, x, y + size, 2), rgb);
        for (int i = -1; i <= 1; i++) {
            canvas.fill(Path.ellipse(x - size * 0.4, y + i * size * 0.55, size * 0.45, size * 0.2, 30), rgb);
            canvas.fill(Path.ellipse(x + size * 0.4, y + i * size * 0.55, size * 0.45, size * 0.2, -30), rgb);
        }
    }

    private void clock(double x, double y) {
        canvas.fill(Path.circle(x, y, 27), dice.one(PAINTS));
        canvas.fill(Path.circle(x, y, 23), 0xFBF8F0);
        for (int hour = 0; hour < 12; hour++) {
            double angle = StrictMath.PI * hour / 6;
            canvas.fill(Path.circle(x + 19 * StrictMath.sin(angle), y - 19 * StrictMath.cos(angle), 1.4), Tone.INK);
        }
        double angle = StrictMath.PI * dice.below(12) / 6;
        canvas.fill(Path.bar(x, y, x + 11 * StrictMath.sin(angle), y - 11 * StrictMath.cos(angle), 3), Tone.INK);
        canvas.fill(Path.bar(x, y, x, y - 16, 2), Tone.INK);
    }

    private void shelf(double x) {
        canvas.fill(Path.rectangle(x - 48, 110, 96, 6), 0xA8794F);
        canvas.fill(Path.rectangle(x - 48, 116, 96, 2), Tone.INK, 25);
        double left = x - 42;
        int books = dice.between(4, 7);
        for (int i = 0; i < books; i++) {
            double width = dice.between(6, 10);
            double height = dice.between(24, 38);
            canvas.fill(Path.rectangle(left, 110 - height, width, height), dice.one(PAINTS));
            canvas.fill(Path.rectangle(left, 116 - height, width, 2), Tone.WHITE, 60);
            left += width + 1;
        }
        canvas.fill(Path.rounded(x + 22, 92, 18, 18, 6), dice.one(PAINTS));
        canvas.fill(Path.ellipse(x + 26, 82, 4, 13, -16), 0x5F8F62);
        canvas.fill(Path.ellipse(x + 35, 82, 4, 13, 16), 0x74A573);
    }

    private void pendant(double x) {
        int rgb = dice.one(PAINTS);
        double y = dice.between(40, 62);
        canvas.fill(Path.rectangle(x - 1, 0, 2, y), Tone.INK);
        canvas.fill(Path.ellipse(x, y + 26, 13, 8), 0xFFF0B8);
        canvas.fill(Path.at(x - 34, y + 26).curve(x - 30, y, x, y - 2).curve(x + 30, y, x + 34, y + 26), rgb);
        canvas.fill(Path.of(x - 34, y + 30, x + 34, y + 30, x + 76, 200, x - 76, 200), 0xFFF3C4, 16);
    }
}
