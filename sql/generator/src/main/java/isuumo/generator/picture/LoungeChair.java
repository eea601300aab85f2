package isuumo.generator.picture;

import isuumo.generator.Dice;
import java.util.List;

/** A deep armchair in one of four builds: club, wing, shell and wooden frame. */
final class LoungeChair {
    private static final double CENTER = ChairShape.CENTER_X;
    private static final double GROUND = ChairShape.GROUND_Y;

    private final Canvas canvas;
    private final Upholstery cloth;
    private final Dice dice;
    private final double half;
    private final double topY;
    private final double seatY;

    LoungeChair(Canvas canvas, Upholstery cloth, Dice dice) {
        this.canvas = canvas;
        this.cloth = cloth;
        this.dice = dice;
        this.half = dice.between(62, 76);
        this.topY = dice.between(78, 108);
        this.seatY = dice.between(178, 188);
    }

    void draw() {
        ChairShape.shadow(canvas, half + 52);
        switch (dice.below(4)) {
            case 0 -> club();
            case 1 -> wing();
            case 2 -> shell();
            default -> woodenFrame();
        }
    }

    private void club() {
        feet(half + 18);
        double back = topY + 14;
        int rgb = cloth.part(1);
        canvas.fill(Path.rounded(CENTER - half - 8, back, 2 * half + 16, 130, 30), Tone.dark(rgb, 0.16));
        canvas.fill(Path.rounded(CENTER - half, back + 6, 2 * half, 110, 24), rgb);
        tufts(back + 34);
        skirt();
        cushion();
        double armTop = seatY - dice.between(22, 34);
        double armWidth = dice.between(30, 40);
        double radius = dice.between(8, 19);
        for (int side = -1; side <= 1; side += 2) {
            double x = CENTER + side * (half + 6) - (side < 0 ? armWidth : 0);
            canvas.fill(Path.rounded(x, armTop, armWidth, GROUND - 14 - armTop, radius),
                    Tone.dark(cloth.part(2), 0.14));
            canvas.fill(Path.rounded(x + 3, armTop + 2, armWidth - 9, GROUND - 22 - armTop, radius), cloth.part(2));
        }
        pillow();
    }

    private void wing() {
        feet(half + 4);
        double back = topY - 18;
        int rgb = cloth.part(1);
        for (int side = -1; side <= 1; side += 2) {
            canvas.fill(Path.at(CENTER + side * (half - 16), back + 6).curve(CENTER + side * (half + 26), back + 6,
                    CENTER + side * (half + 20), back + 64).curve(CENTER + side * (half + 6), back + 92,
                            CENTER + side * (half + 18), GROUND - 14)
                    .to(CENTER + side * (half - 20), GROUND - 14), Tone.dark(cloth.part(2), 0.18));
        }
        canvas.fill(Path.at(CENTER - half + 4, GROUND - 40).to(CENTER - half + 4, back + 20)
                .curve(CENTER - half + 6, back - 4, CENTER, back - 8)
                .curve(CENTER + half - 6, back - 4, CENTER + half - 4, back + 20)
                .to(CENTER + half - 4, GROUND - 40), rgb);
        tufts(back + 36);
        skirt();
        cushion();
        for (int side = -1; side <= 1; side += 2) {
            double x = CENTER + side * (half + 8) - 15;
            canvas.fill(Path.rounded(x, seatY - 30, 30, GROUND - seatY + 14, 14), Tone.light(cloth.part(2), 0.06));
            canvas.fill(Path.circle(x + 15, seatY - 15, 8), Tone.dark(cloth.part(2), 0.14));
        }
        pillow();
    }

    private void shell() {
        if (dice.chance(50)) {
            canvas.fill(Path.rectangle(CENTER - 5, 214, 10, 44), 0x9A9EA6);
            canvas.fill(Path.ellipse(CENTER, GROUND - 6, 44, 9), 0x7C8089);
            canvas.fill(Path.ellipse(CENTER, GROUND - 9, 44, 8), 0xB4B8BE);
        } else {
            stickLegs(44, 216, 22);
        }
        double wide = half + 24;
        double top = topY - 14;
        int rgb = cloth.part(0);
        canvas.fill(Path.at(CENTER - wide, seatY - 16).curve(CENTER - wide + 8, top, CENTER, top)
                .curve(CENTER + wide - 8, top, CENTER + wide, seatY - 16)
                .curve(CENTER + wide - 10, 232, CENTER, 232).curve(CENTER - wide + 10, 232, CENTER - wide, seatY - 16),
                Tone.dark(rgb, 0.1));
        double inner = wide - 14;
        canvas.fill(Path.at(CENTER - inner, seatY - 20).curve(CENTER - inner + 8, top + 12, CENTER, top + 12)
                .curve(CENTER + inner - 8, top + 12, CENTER + inner, seatY - 20)
                .curve(CENTER + inner - 4, seatY + 20, CENTER, seatY + 22)
                .curve(CENTER - inner + 4, seatY + 20, CENTER - inner, seatY - 20), Tone.light(cloth.part(1), 0.08));
        canvas.fill(Path.ellipse(CENTER, seatY + 4, inner - 12, 20), Tone.dark(cloth.part(2), 0.14));
        canvas.fill(Path.ellipse(CENTER, seatY, inner - 14, 16), Tone.light(cloth.part(2), 0.02));
        pillow();
    }

    private void woodenFrame() {
        int wood = cloth.frame();
        double wide = half + 16;
        for (int side = -1; side <= 1; side += 2) {
            canvas.fill(
                    Path.taper(CENTER + side * (wide - 12), seatY - 20, 8, CENTER + side * (wide - 4), GROUND - 14, 6),
                    Tone.dark(wood, 0.28));
        }
        canvas.fill(Path.rounded(CENTER - half, topY, 2 * half, seatY - topY + 6, 18), Tone.dark(cloth.part(1), 0.14));
        canvas.fill(Path.rounded(CENTER - half + 4, topY + 3, 2 * half - 8, seatY - topY - 6, 16), cloth.part(1));
        int channels = dice.between(2, 5);
        for (int i = 1; i < channels; i++) {
            double x = CENTER - half + 2 * half * i / channels;
            canvas.fill(Path.rectangle(x - 1, topY + 8, 2, seatY - topY - 20), Tone.dark(cloth.part(1), 0.2));
        }
        cushion();
        canvas.fill(Path.rounded(CENTER - wide, seatY + 20, 2 * wide, 10, 4), wood);
        for (int side = -1; side <= 1; side += 2) {
            double x = CENTER + side * wide;
            canvas.fill(Path.taper(x, seatY - 30, 8, x + side * 5, GROUND, 6), Tone.dark(wood, 0.06));
            canvas.fill(Path.taper(x - side * 10, seatY - 42, 7, x + side * 5, seatY - 30, 12), Tone.light(wood, 0.1));
        }
    }

    private void feet(double spread) {
        int wood = Tone.dark(cloth.frame(), 0.2);
        for (int side = -1; side <= 1; side += 2) {
            canvas.fill(Path.taper(CENTER + side * spread, GROUND - 18, 13, CENTER + side * (spread + 3), GROUND, 7),
                    wood);
        }
    }

    private void stickLegs(double spread, double fromY, double splay) {
        for (int side = -1; side <= 1; side += 2) {
            canvas.fill(Path.taper(CENTER + side * spread * 0.7, fromY, 7, CENTER + side * (spread * 0.7 + splay / 2),
                    GROUND - 12, 5), Tone.dark(cloth.frame(), 0.3));
            canvas.fill(Path.taper(CENTER + side * spread, fromY, 9, CENTER + side * (spread + splay), GROUND, 5),
                    cloth.frame());
        }
    }

    private void skirt() {
        canvas.fill(Path.rounded(CENTER - half - 8, seatY + 14, 2 * half + 16, GROUND - 14 - seatY - 14, 6),
                Tone.dark(cloth.part(3), 0.24));
    }

    private void cushion() {
        int rgb = cloth.part(0);
        canvas.fill(Path.rounded(CENTER - half + 1, seatY - 8, 2 * half - 2, 34, 13), Tone.dark(rgb, 0.17));
        canvas.fill(Path.rounded(CENTER - half + 2, seatY - 10, 2 * half - 4, 24, 11), Tone.light(rgb, 0.07));
    }

    private void tufts(double fromY) {
        int style = dice.below(3);
        int rgb = Tone.dark(cloth.part(1), 0.24);
        for (int row = 0; style == 0 && row < 2; row++) {
            for (int i = -1 - row; i <= 1 + row; i++) {
                double x = CENTER + (row == 0 ? i : i * 0.66) * half * 0.5;
                canvas.fill(Path.circle(x, fromY + row * 24, 2.8), rgb);
            }
        }
        for (int i = -1; style == 1 && i <= 1; i++) {
            canvas.fill(Path.rectangle(CENTER + i * half * 0.5 - 1, fromY - 18, 2, seatY - fromY + 10), rgb);
        }
    }

    private void pillow() {
        if (dice.chance(50)) {
            int accent = dice.one(List.of(0xF3E6CF, 0xE3B866, 0x8FB39A, 0xD98878, 0x9DB7D1));
            double x = CENTER + dice.one(List.of(-1, 1)) * half * 0.32;
            canvas.fill(Path.rounded(x - 25, seatY - 46, 50, 42, 12), Tone.dark(accent, 0.16));
            canvas.fill(Path.rounded(x - 23, seatY - 45, 45, 37, 11), accent);
            canvas.fill(Path.rectangle(x - 23, seatY - 32, 45, 3), Tone.light(accent, 0.4));
            canvas.fill(Path.rectangle(x - 23, seatY - 24, 45, 3), Tone.light(accent, 0.4));
        }
    }
}
