package isuumo.generator.picture;

import isuumo.generator.Dice;
import java.util.List;

/** A seat without a back: round with legs, square with legs, swivel, or a pouf on the floor. */
final class Stool {
    private static final double CENTER = ChairShape.CENTER_X;
    private static final double GROUND = ChairShape.GROUND_Y;

    private final Canvas canvas;
    private final Upholstery cloth;
    private final Dice dice;
    private final double half;
    private final double seatY;

    Stool(Canvas canvas, Upholstery cloth, Dice dice) {
        this.canvas = canvas;
        this.cloth = cloth;
        this.dice = dice;
        this.half = dice.between(46, 62);
        this.seatY = dice.between(124, 184);
    }

    void draw() {
        ChairShape.shadow(canvas, half + 26);
        switch (dice.below(5)) {
            case 0, 1 -> round();
            case 2 -> square();
            case 3 -> swivel();
            default -> pouf();
        }
    }

    private void round() {
        double splay = dice.between(6, 20);
        double ringY = seatY + (GROUND - seatY) * 0.62;
        leg(0, -4, -14, 0.34);
        double ring = half * 0.62 + splay * 0.62;
        boolean ringed = dice.chance(70);
        if (ringed) {
            canvas.fill(Path.bow(CENTER - ring, ringY, CENTER, ringY - 16, CENTER + ring, ringY, 4),
                    Tone.dark(cloth.frame(), 0.3));
        }
        leg(-half * 0.62, -splay, 0, 0);
        leg(half * 0.62, splay, 0, 0.1);
        if (ringed) {
            canvas.fill(Path.bow(CENTER - ring, ringY, CENTER, ringY + 16, CENTER + ring, ringY, 4.5), cloth.frame());
        }
        leg(dice.between(-8, 8), 0, 6, 0.05);
        roundSeat(dice.between(8, 18));
    }

    private void leg(double offset, double splay, double below, double shade) {
        canvas.fill(Path.taper(CENTER + offset, seatY + 6, 10, CENTER + offset + splay, GROUND + below - 4, 6),
                Tone.dark(cloth.frame(), shade));
    }

    private void roundSeat(double thickness) {
        int rgb = cloth.part(0);
        int side = Tone.dark(cloth.part(1), 0.22);
        canvas.fill(Path.ellipse(CENTER, seatY + thickness, half, 15), side);
        canvas.fill(Path.rectangle(CENTER - half, seatY, 2 * half, thickness), side);
        canvas.fill(Path.ellipse(CENTER, seatY, half, 15), rgb);
        canvas.fill(Path.ellipse(CENTER - 3, seatY - 1, half - 12, 9), Tone.light(rgb, 0.12));
        if (dice.chance(40)) {
            canvas.fill(Path.ellipse(CENTER, seatY - 1, 4, 2), Tone.dark(rgb, 0.3));
        }
    }

    private void square() {
        double back = half * 0.84;
        int wood = cloth.frame();
        for (int side = -1; side <= 1; side += 2) {
            canvas.fill(Path.bar(CENTER + side * (back - 4), seatY - 8, CENTER + side * (back - 4), GROUND - 15, 7),
                    Tone.dark(wood, 0.3));
        }
        double railY = seatY + (GROUND - seatY) * 0.6;
        canvas.fill(Path.rectangle(CENTER - back, railY - 8, 2 * back, 5), Tone.dark(wood, 0.24));
        canvas.fill(Path.rectangle(CENTER - half + 4, railY + 6, 2 * half - 8, 6), wood);
        canvas.fill(Path.rectangle(CENTER - half + 3, seatY + 6, 2 * half - 6, 16), Tone.dark(wood, 0.1));
        for (int side = -1; side <= 1; side += 2) {
            canvas.fill(Path.bar(CENTER + side * (half - 6), seatY + 6, CENTER + side * (half - 6), GROUND, 9), wood);
        }
        weave(back);
    }

    private void weave(double back) {
        int rgb = cloth.part(0);
        double backY = seatY - 20;
        canvas.fill(Path.rounded(CENTER - half, seatY - 2, 2 * half, 13, 5), Tone.dark(rgb, 0.2));
        canvas.fill(
                Path.of(CENTER - back, backY, CENTER + back, backY, CENTER + half, seatY + 2, CENTER - half, seatY + 2),
                rgb);
        int strips = 8;
        for (int i = 0; i < strips; i += 2) {
            double from = 2.0 * i / strips - 1;
            double to = 2.0 * (i + 1) / strips - 1;
            canvas.fill(Path.of(CENTER + from * back, backY, CENTER + to * back, backY, CENTER + to * half, seatY + 2,
                    CENTER + from * half, seatY + 2), Tone.light(cloth.part(i / 2), 0.14));
        }
    }

    private void swivel() {
        int metal = dice.one(List.of(0xB9BEC4, 0x4B4F58, 0xC7A15A, 0x2F3138));
        canvas.fill(Path.ellipse(CENTER, GROUND - 5, 46, 10), Tone.dark(metal, 0.25));
        canvas.fill(Path.ellipse(CENTER, GROUND - 9, 46, 10), metal);
        canvas.fill(Path.ellipse(CENTER, GROUND - 11, 15, 4), Tone.light(metal, 0.2));
        canvas.fill(Path.rectangle(CENTER - 5, seatY, 10, GROUND - 11 - seatY), Tone.dark(metal, 0.08));
        canvas.fill(Path.rectangle(CENTER - 3, seatY, 3, GROUND - 11 - seatY), Tone.light(metal, 0.35));
        double ringY = seatY + (GROUND - seatY) * 0.58;
        canvas.fill(Path.bow(CENTER - 28, ringY, CENTER, ringY + 16, CENTER + 28, ringY, 4), metal);
        canvas.fill(Path.bow(CENTER - 28, ringY, CENTER, ringY - 14, CENTER + 28, ringY, 3.4), Tone.dark(metal, 0.2));
        roundSeat(dice.between(16, 26));
    }

    private void pouf() {
        double top = Math.max(seatY, 164);
        double wide = half + 18;
        int rgb = cloth.part(0);
        Path body = Path.at(CENTER - wide + 10, top).to(CENTER + wide - 10, top)
                .curve(CENTER + wide + 14, (top + GROUND) / 2, CENTER + wide - 10, GROUND - 4)
                .curve(CENTER, GROUND + 8, CENTER - wide + 10, GROUND - 4)
                .curve(CENTER - wide - 14, (top + GROUND) / 2, CENTER - wide + 10, top);
        canvas.fill(body, Tone.dark(rgb, 0.1));
        int ribs = dice.between(3, 6);
        for (int i = -ribs; i < ribs; i += 2) {
            double from = i / (double) ribs;
            double to = (i + 1) / (double) ribs;
            canvas.fill(rib(from, to, wide, top), Tone.light(cloth.part(i + ribs), 0.08));
        }
        canvas.fill(Path.ellipse(CENTER, top, wide - 8, 14), Tone.dark(rgb, 0.06));
        canvas.fill(Path.ellipse(CENTER, top - 2, wide - 12, 11), Tone.light(cloth.part(1), 0.1));
        canvas.fill(Path.ellipse(CENTER, top - 3, 7, 3), Tone.dark(cloth.part(1), 0.25));
    }

    private static Path rib(double from, double to, double wide, double top) {
        double low = wide - 12;
        double out = wide + 11;
        double middle = (top + GROUND) / 2;
        return Path.at(CENTER + from * low, top)
                .curve(CENTER + from * out, middle, CENTER + from * low, GROUND - 2 + 3 * (1 - from * from))
                .to(CENTER + to * low, GROUND - 2 + 3 * (1 - to * to))
                .curve(CENTER + to * out, middle, CENTER + to * low, top);
    }
}
