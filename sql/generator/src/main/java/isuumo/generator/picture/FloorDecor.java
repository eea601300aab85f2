package isuumo.generator.picture;

import isuumo.generator.Dice;
import java.util.List;

/** What stands beside a chair: plants, lamps, tables, books, a cat. Each stands around a middle x on a ground y. */
final class FloorDecor {
    private static final List<Integer> POTS = List.of(0xC97B5A, 0xEFE9DD, 0x5A6B78, 0xD9B36C, 0x8E5B4A, 0x9DB5A5);
    private static final List<Integer> GREENS = List.of(0x4F7F56, 0x5F9464, 0x7AA86B, 0x3F6F5A);

    enum Piece {
        LEAFY_PLANT, TALL_PLANT, LAMP, TABLE, BOOKS, CAT, NOTHING
    }

    private final Canvas canvas;
    private final Dice dice;

    FloorDecor(Canvas canvas, Dice dice) {
        this.canvas = canvas;
        this.dice = dice;
    }

    void draw(Piece piece, double x, double groundY) {
        switch (piece) {
            case LEAFY_PLANT -> leafyPlant(x, groundY);
            case TALL_PLANT -> tallPlant(x, groundY);
            case LAMP -> lamp(x, groundY);
            case TABLE -> table(x, groundY);
            case BOOKS -> books(x, groundY + 14);
            case CAT -> cat(x, groundY + 20);
            case NOTHING -> {
                // room to breathe
            }
        }
    }

    private void shadow(double x, double y, double half) {
        canvas.fill(Path.ellipse(x, y - 1, half, half / 4), Tone.INK, 18);
    }

    private void pot(double x, double y) {
        int rgb = dice.one(POTS);
        shadow(x, y, 28);
        canvas.fill(Path.of(x - 19, y - 34, x + 19, y - 34, x + 14, y, x - 14, y), rgb);
        canvas.fill(Path.of(x + 6, y - 34, x + 19, y - 34, x + 14, y, x + 4, y), Tone.dark(rgb, 0.12));
        canvas.fill(Path.rounded(x - 21, y - 40, 42, 9, 2), Tone.light(rgb, 0.12));
    }

    private void leafyPlant(double x, double y) {
        int green = dice.one(GREENS);
        for (int i = -3; i <= 3; i++) {
            double angle = i * 22 + dice.between(-6, 6);
            double length = dice.between(30, 44);
            double tipX = x + length * 1.3 * StrictMath.sin(StrictMath.toRadians(angle));
            double tipY = y - 38 - length * 1.4 * StrictMath.cos(StrictMath.toRadians(angle));
            canvas.fill(Path.bar(x, y - 36, tipX, tipY, 2.4), Tone.dark(green, 0.2));
            canvas.fill(Path.ellipse(tipX, tipY, 9, 19, angle), i % 2 == 0 ? green : Tone.light(green, 0.14));
            canvas.fill(Path.ellipse(tipX + 2, tipY, 1, 14, angle), Tone.dark(green, 0.15));
        }
        pot(x, y);
    }

    private void tallPlant(double x, double y) {
        int green = dice.one(GREENS);
        for (int i = -3; i <= 3; i++) {
            double height = 92 - Math.abs(i) * 12 + dice.between(0, 16);
            double tipX = x + i * 11;
            canvas.fill(Path.at(x - 4 + i * 2, y - 36).curve(x - 8 + i * 6, y - height * 0.7, tipX, y - 30 - height)
                    .curve(x + 8 + i * 6, y - height * 0.7, x + 4 + i * 2, y - 36),
                    i % 2 == 0 ? green : Tone.light(green, 0.16));
        }
        pot(x, y);
    }

    private void lamp(double x, double y) {
        int shade = dice.one(List.of(0xF2DDB0, 0xE9C6A8, 0xF4EFE2, 0xC9605A, 0x6F93A3));
        shadow(x, y, 26);
        canvas.fill(Path.ellipse(x, y - 3, 22, 5), 0x4A4650);
        canvas.fill(Path.rectangle(x - 2, y - 150, 4, 148), 0x4A4650);
        canvas.fill(Path.ellipse(x, y - 160, 62, 46), 0xFFF0B4, 18).fill(Path.ellipse(x, y - 160, 44, 36), 0xFFF0B4,
                20);
        canvas.fill(Path.of(x - 18, y - 184, x + 18, y - 184, x + 32, y - 140, x - 32, y - 140), shade);
        canvas.fill(Path.of(x + 6, y - 184, x + 18, y - 184, x + 32, y - 140, x + 10, y - 140), Tone.dark(shade, 0.08));
    }

    private void table(double x, double y) {
        int wood = dice.one(List.of(0xB07B4A, 0x8C5A38, 0xE8E2D6, 0x3E4350));
        shadow(x, y, 34);
        for (int side = -1; side <= 1; side += 2) {
            canvas.fill(Path.taper(x + side * 22, y - 58, 6, x + side * 27, y, 4), Tone.dark(wood, 0.12));
        }
        canvas.fill(Path.ellipse(x, y - 57, 37, 9), Tone.dark(wood, 0.2));
        canvas.fill(Path.ellipse(x, y - 61, 37, 9), wood);
        int cup = dice.one(POTS);
        canvas.fill(Path.bow(x + 8, y - 76, x + 22, y - 76, x + 9, y - 66, 3), cup);
        canvas.fill(Path.rounded(x - 10, y - 80, 19, 18, 5), cup);
        canvas.fill(Path.ellipse(x - 0.5, y - 79, 9, 3), 0x6B4630);
        canvas.fill(Path.bow(x - 3, y - 86, x + 5, y - 94, x - 2, y - 104, 2), Tone.WHITE, 60);
    }

    private void books(double x, double y) {
        shadow(x, y, 36);
        int count = dice.between(3, 6);
        for (int i = 0; i < count; i++) {
            double half = dice.between(22, 30);
            double shift = dice.between(-4, 4);
            int rgb = dice.one(List.of(0xC7503F, 0xE3B04B, 0x4F7F78, 0x3E5F86, 0x8772A8, 0xE8E0CE));
            double top = y - 9 * (i + 1);
            canvas.fill(Path.rounded(x + shift - half, top, 2 * half, 9, 2), rgb);
            canvas.fill(Path.rectangle(x + shift - half + 6, top + 2, 4, 5), Tone.light(rgb, 0.5));
        }
    }

    private void cat(double x, double y) {
        int fur = dice.one(List.of(0x3B3A44, 0xE7A45C, 0xF1EADF, 0x9B9792, 0x7A5A45));
        int shade = Tone.dark(fur, 0.16);
        shadow(x, y, 34);
        int facing = dice.one(List.of(-1, 1));
        canvas.fill(Path.bow(x - facing * 18, y - 6, x - facing * 46, y - 4, x - facing * 38, y - 32, 7), shade);
        canvas.fill(Path.at(x - 24, y).curve(x - 28, y - 30, x - 2, y - 46).curve(x + 26, y - 34, x + 23, y), fur);
        canvas.fill(Path.ellipse(x - 13, y - 3, 9, 5), shade).fill(Path.ellipse(x + 13, y - 3, 9, 5), shade);
        double headX = x + facing * 4;
        double headY = y - 54;
        for (int side = -1; side <= 1; side += 2) {
            canvas.fill(
                    Path.of(headX + side * 4, headY - 11, headX + side * 17, headY - 25, headX + side * 18, headY - 3),
                    fur);
            canvas.fill(
                    Path.of(headX + side * 8, headY - 11, headX + side * 15, headY - 19, headX + side * 15, headY - 7),
                    0xE5A8A0);
        }
        canvas.fill(Path.ellipse(headX, headY, 20, 17), fur);
        int eye = fur == 0x3B3A44 ? 0xE9D36A : Tone.INK;
        canvas.fill(Path.ellipse(headX - 8, headY - 1, 2.6, 3.6), eye)
                .fill(Path.ellipse(headX + 8, headY - 1, 2.6, 3.6), eye);
        canvas.fill(Path.of(headX - 3, headY + 5, headX + 3, headY + 5, headX, headY + 9), 0xD98880);
    }
}
