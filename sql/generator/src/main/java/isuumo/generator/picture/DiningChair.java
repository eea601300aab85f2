package isuumo.generator.picture;

import isuumo.generator.Dice;
import java.util.List;

/** A four-legged chair with a back, seen from the front and a little from above. */
final class DiningChair {
    private static final double CENTER = ChairShape.CENTER_X;
    private static final double GROUND = ChairShape.GROUND_Y;

    private final Canvas canvas;
    private final Upholstery cloth;
    private final Dice dice;
    private final int frame;
    private final double seatHalf;
    private final double seatFrontY;
    private final double seatBackY;
    private final double backHalf;
    private final double backTopY;
    private final double splay;
    private final double lean;

    DiningChair(Canvas canvas, Upholstery cloth, Dice dice) {
        this.canvas = canvas;
        this.cloth = cloth;
        this.dice = dice;
        this.frame = !cloth.patchwork() && dice.chance(35) ? Tone.dark(cloth.part(0), 0.06) : cloth.frame();
        this.seatHalf = dice.between(48, 60);
        this.seatFrontY = dice.between(190, 198);
        this.seatBackY = seatFrontY - dice.between(18, 24);
        this.backHalf = seatHalf * 0.84;
        this.backTopY = dice.between(58, 88);
        this.splay = dice.one(List.of(0, 0, 6, 12));
        this.lean = dice.between(-2, 6);
    }

    void draw() {
        ChairShape.shadow(canvas, seatHalf + splay + 22);
        legs(backHalf - 4, seatBackY, GROUND - 15, Tone.dark(frame, 0.3));
        if (dice.chance(45)) {
            double y = dice.between(222, 236);
            canvas.fill(Path.rectangle(CENTER - backHalf, y, 2 * backHalf, 5), Tone.dark(frame, 0.22));
        }
        back();
        seat();
        legs(seatHalf - 7, seatFrontY + 8, GROUND, frame);
        if (dice.chance(35)) {
            armrests();
        }
    }

    private void legs(double half, double topY, double bottomY, int rgb) {
        for (int side = -1; side <= 1; side += 2) {
            double x = CENTER + side * half;
            canvas.fill(Path.taper(x, topY, 10, x + side * splay, bottomY, 6), rgb);
            canvas.fill(Path.taper(x + 3, topY, 3, x + side * splay + 2, bottomY, 2), Tone.dark(rgb, 0.18));
        }
    }

    private void back() {
        double half = backHalf - 5;
        double top = half + lean;
        int style = dice.below(6);
        for (int side = -1; side <= 1 && style != 3; side += 2) {
            canvas.fill(Path.taper(CENTER + side * half, seatBackY + 4, 9, CENTER + side * top, backTopY + 4, 7),
                    frame);
        }
        switch (style) {
            case 0 -> panel(top);
            case 1 -> verticalSlats(half, top);
            case 2 -> ladder(half, top);
            case 3 -> hoop(half);
            case 4 -> crossBars(half, top);
            default -> oval(top);
        }
    }

    private void panel(double top) {
        double height = dice.between(56, 92);
        canvas.fill(Path.rounded(CENTER - top - 6, backTopY, 2 * top + 12, height, 14), Tone.dark(cloth.part(1), 0.12));
        canvas.fill(Path.rounded(CENTER - top - 2, backTopY + 3, 2 * top + 4, height - 9, 12), cloth.part(1));
        if (dice.chance(50)) {
            for (int i = -1; i <= 1; i++) {
                canvas.fill(Path.circle(CENTER + i * top * 0.6, backTopY + height / 2 - 2, 2.6),
                        Tone.dark(cloth.part(1), 0.3));
            }
        }
    }

    private void verticalSlats(double half, double top) {
        int slats = dice.between(3, 6);
        for (int i = 0; i < slats; i++) {
            double part = slats == 1 ? 0 : 2.0 * (i + 0.5) / slats - 1;
            canvas.fill(Path.taper(CENTER + part * half, seatBackY, 6, CENTER + part * top, backTopY + 12, 7),
                    cloth.patchwork() ? cloth.part(i) : Tone.dark(frame, 0.1));
        }
        topRail(top);
    }

    private void ladder(double half, double top) {
        int rungs = dice.between(3, 4);
        for (int i = 0; i < rungs; i++) {
            double y = backTopY + i * (seatBackY - backTopY) / rungs;
            double width = top + (half - top) * i / rungs;
            canvas.fill(Path.at(CENTER - width, y + 3).curve(CENTER, y - 9, CENTER + width, y + 3)
                    .to(CENTER + width, y + 17).curve(CENTER, y + 6, CENTER - width, y + 17), cloth.part(i));
        }
    }

    private void hoop(double half) {
        double shoulder = backTopY + 46;
        canvas.fill(Path.bow(CENTER - half, seatBackY + 4, CENTER - half - 10, backTopY, CENTER, backTopY, 8), frame);
        canvas.fill(Path.bow(CENTER + half, seatBackY + 4, CENTER + half + 10, backTopY, CENTER, backTopY, 8), frame);
        int spindles = dice.between(5, 7);
        for (int i = 0; i < spindles; i++) {
            double part = 2.0 * (i + 0.5) / spindles - 1;
            double y = backTopY + 4 + part * part * (shoulder - backTopY) * 0.55;
            canvas.fill(Path.bar(CENTER + part * (half - 6), seatBackY, CENTER + part * half * 0.92, y, 3.4),
                    cloth.patchwork() ? cloth.part(i) : Tone.dark(frame, 0.08));
        }
    }

    private void crossBars(double half, double top) {
        int rgb = Tone.dark(frame, 0.12);
        canvas.fill(Path.bar(CENTER - half, seatBackY - 16, CENTER + top, backTopY + 18, 6), rgb);
        canvas.fill(Path.bar(CENTER + half, seatBackY - 16, CENTER - top, backTopY + 18, 6), rgb);
        canvas.fill(Path.rectangle(CENTER - half, seatBackY - 18, 2 * half, 6), frame);
        topRail(top);
    }

    private void oval(double top) {
        double middle = (backTopY + seatBackY) / 2 - 8;
        double height = (seatBackY - backTopY) / 2 - 4;
        canvas.fill(Path.ellipse(CENTER, middle, top + 8, height), frame);
        canvas.fill(Path.ellipse(CENTER, middle, top + 2, height - 6), cloth.part(1));
        canvas.fill(Path.ellipse(CENTER - 4, middle - 5, top - 10, height - 17), Tone.light(cloth.part(1), 0.1));
    }

    private void topRail(double top) {
        double y = backTopY;
        canvas.fill(Path.at(CENTER - top - 6, y + 2).curve(CENTER, y - 10, CENTER + top + 6, y + 2)
                .to(CENTER + top + 5, y + 19).curve(CENTER, y + 9, CENTER - top - 5, y + 19), cloth.part(1));
    }

    private void seat() {
        int top = cloth.part(0);
        canvas.fill(Path.rectangle(CENTER - seatHalf + 4, seatFrontY + 4, 2 * seatHalf - 8, 14),
                Tone.dark(frame, 0.15));
        canvas.fill(Path.rounded(CENTER - seatHalf, seatFrontY - 4, 2 * seatHalf, 14, 6), Tone.dark(top, 0.2));
        canvas.fill(Path.at(CENTER - backHalf, seatBackY).to(CENTER + backHalf, seatBackY)
                .curve(CENTER + backHalf + 4, seatBackY, CENTER + seatHalf, seatFrontY - 1)
                .curve(CENTER + seatHalf, seatFrontY + 4, CENTER + seatHalf - 6, seatFrontY + 4)
                .to(CENTER - seatHalf + 6, seatFrontY + 4)
                .curve(CENTER - seatHalf, seatFrontY + 4, CENTER - seatHalf, seatFrontY - 1)
                .curve(CENTER - backHalf - 4, seatBackY, CENTER - backHalf, seatBackY), top);
        canvas.fill(Path.of(CENTER - backHalf + 8, seatBackY + 4, CENTER + backHalf - 20, seatBackY + 4,
                CENTER + seatHalf - 34, seatFrontY - 3, CENTER - seatHalf + 12, seatFrontY - 3), Tone.light(top, 0.12));
    }

    private void armrests() {
        double y = seatFrontY - 40;
        for (int side = -1; side <= 1; side += 2) {
            canvas.fill(Path.taper(CENTER + side * (seatHalf - 6), seatFrontY, 7, CENTER + side * (seatHalf + 3), y, 6),
                    frame);
            canvas.fill(Path.taper(CENTER + side * backHalf, y - 12, 6, CENTER + side * (seatHalf + 4), y, 9),
                    Tone.light(frame, 0.08));
        }
    }
}
