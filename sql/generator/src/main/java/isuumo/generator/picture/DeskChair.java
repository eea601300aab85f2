package isuumo.generator.picture;

import isuumo.generator.Dice;
import java.util.List;

/** A swivel chair on five castors, seen from the front. */
final class DeskChair {
    private static final double CENTER = ChairShape.CENTER_X;
    private static final double GROUND = ChairShape.GROUND_Y;
    private static final List<Integer> METALS = List.of(0x3A3D46, 0x4B4F58, 0xB9BEC4, 0xD8DADB, 0x8B8F96);

    private final Canvas canvas;
    private final Upholstery cloth;
    private final Dice dice;
    private final int metal;
    private final double seatY;
    private final double seatHalf;

    DeskChair(Canvas canvas, Upholstery cloth, Dice dice) {
        this.canvas = canvas;
        this.cloth = cloth;
        this.dice = dice;
        this.metal = dice.one(METALS);
        this.seatY = dice.between(176, 190);
        this.seatHalf = dice.between(52, 64);
    }

    void draw() {
        ChairShape.shadow(canvas, 82);
        base();
        back();
        seat();
        if (dice.chance(65)) {
            arms();
        }
    }

    private void base() {
        double hubY = GROUND - 20;
        canvas.fill(Path.rectangle(CENTER - 4, seatY + 16, 8, hubY - seatY - 14), Tone.light(metal, 0.25));
        canvas.fill(Path.rounded(CENTER - 8, seatY + 14, 16, (hubY - seatY) / 2, 3), metal);
        double[][] feet = {{-66, -9}, {66, -9}, {-42, 3}, {42, 3}, {0, 7}};
        for (double[] foot : feet) {
            double x = CENTER + foot[0];
            double y = GROUND + foot[1] - 8;
            canvas.fill(Path.taper(CENTER, hubY, 12, x, y, 6), Tone.dark(metal, foot[1] < 0 ? 0.25 : 0.08));
            canvas.fill(Path.ellipse(x, y + 6, 6, 7), Tone.INK);
            canvas.fill(Path.ellipse(x - 1, y + 6, 2.4, 3), 0x8A8C96);
        }
        canvas.fill(Path.ellipse(CENTER, hubY, 12, 6), Tone.light(metal, 0.12));
    }

    private void back() {
        double half = seatHalf - dice.between(6, 14);
        double topY = dice.between(58, 92);
        double bottomY = seatY - dice.between(6, 16);
        double waist = dice.between(0, 10);
        canvas.fill(Path.rectangle(CENTER - 7, bottomY - 30, 14, seatY - bottomY + 44), Tone.dark(metal, 0.15));
        if (dice.chance(40)) {
            headrest(topY, half);
        }
        int shade = Tone.dark(cloth.part(1), 0.2);
        canvas.fill(backPath(half, topY, bottomY, waist), shade);
        canvas.fill(backPath(half - 4, topY + 3, bottomY - 5, waist), cloth.part(1));
        switch (dice.below(4)) {
            case 0 -> mesh(half - waist - 10, topY + 14, bottomY - 14);
            case 1 -> seams(half - waist - 12, topY + 12, bottomY - 12);
            case 2 ->
                canvas.fill(Path.rounded(CENTER - half + waist + 10, bottomY - 36, 2 * (half - waist) - 20, 22, 10),
                        Tone.dark(cloth.part(2), 0.13));
            default -> canvas.fill(backPath(half - 14, topY + 12, bottomY - 14, waist), Tone.light(cloth.part(1), 0.1));
        }
    }

    private static Path backPath(double half, double topY, double bottomY, double waist) {
        double middle = topY + (bottomY - topY) * 0.6;
        double shoulder = topY + 18;
        return Path.at(CENTER - half + 16, topY).to(CENTER + half - 16, topY)
                .corner(CENTER + half, topY, CENTER + half, shoulder)
                .curve(CENTER + half, middle, CENTER + half - waist, bottomY - 14)
                .corner(CENTER + half - waist, bottomY, CENTER + half - waist - 16, bottomY)
                .to(CENTER - half + waist + 16, bottomY)
                .corner(CENTER - half + waist, bottomY, CENTER - half + waist, bottomY - 14)
                .curve(CENTER - half, middle, CENTER - half, shoulder)
                .corner(CENTER - half, topY, CENTER - half + 16, topY);
    }

    private void headrest(double topY, double half) {
        canvas.fill(Path.rectangle(CENTER - 5, topY - 14, 10, 20), Tone.dark(metal, 0.1));
        canvas.fill(Path.rounded(CENTER - half * 0.6, topY - 30, half * 1.2, 24, 10), Tone.dark(cloth.part(3), 0.1));
        canvas.fill(Path.rounded(CENTER - half * 0.6 + 4, topY - 27, half * 1.2 - 8, 16, 8), cloth.part(3));
    }

    private void mesh(double half, double topY, double bottomY) {
        int line = Tone.dark(cloth.part(1), 0.16);
        for (double y = topY; y < bottomY; y += 6) {
            canvas.fill(Path.rectangle(CENTER - half, y, 2 * half, 2), line);
        }
    }

    private void seams(double half, double topY, double bottomY) {
        int line = Tone.dark(cloth.part(1), 0.25);
        for (int i = -1; i <= 1; i++) {
            canvas.fill(Path.bar(CENTER + i * half * 0.6, topY, CENTER + i * half * 0.55, bottomY, 1.8), line);
        }
    }

    private void seat() {
        int rgb = cloth.part(0);
        canvas.fill(Path.rounded(CENTER - seatHalf + 8, seatY + 6, 2 * seatHalf - 16, 18, 6), Tone.dark(metal, 0.3));
        canvas.fill(Path.rounded(CENTER - seatHalf, seatY - 10, 2 * seatHalf, 28, 13), Tone.dark(rgb, 0.2));
        canvas.fill(Path.rounded(CENTER - seatHalf + 1, seatY - 12, 2 * seatHalf - 2, 20, 10), rgb);
        canvas.fill(Path.rounded(CENTER - seatHalf + 10, seatY - 9, 2 * seatHalf - 34, 5, 3), Tone.light(rgb, 0.2));
    }

    private void arms() {
        double y = seatY - dice.between(36, 46);
        for (int side = -1; side <= 1; side += 2) {
            double x = CENTER + side * (seatHalf + 8);
            canvas.fill(Path.bow(CENTER + side * (seatHalf - 14), seatY + 18, x + side * 4, seatY + 20, x, y, 7),
                    metal);
            canvas.fill(Path.rounded(x - 9, y - 5, 18, 11, 5), Tone.dark(metal, 0.35));
        }
    }
}
