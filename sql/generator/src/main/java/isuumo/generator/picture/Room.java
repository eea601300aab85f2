package isuumo.generator.picture;

import isuumo.generator.Dice;
import java.util.List;

/** The wall and the floor that a chair stands on. */
final class Room {
    private static final List<Integer> WALLS = List.of(0xF4E9DA, 0xE1ECE5, 0xE6E2F0, 0xF6E0D8, 0xDCE8F1, 0xF0E6C6,
            0xD7E3D2,
            0xF2EFEA, 0xC6D8DC, 0xEAD6C4, 0x51656E, 0x5F4C58, 0x41605A, 0x8FA89B, 0xB9C7D6, 0xD9A98F);
    private static final List<Integer> FLOORS = List.of(0xD8AE7C, 0xC4946A, 0xA87550, 0xE3C79C, 0xB9A48C, 0x8C6A55,
            0xCFC6BA);
    private static final int TATAMI = 0xC9C68D;
    /** A wall nearer than this to the chair's colour would hide it. */
    private static final int MIN_CONTRAST = 30_000;

    private final Canvas canvas;
    private final Dice dice;
    final int wall;
    final double floorY;
    /** The side that a screen covers: -1 left, 1 right, 0 none; nothing else hangs there. */
    private int screenSide;

    Room(Canvas canvas, Dice dice, int chair) {
        this.canvas = canvas;
        this.dice = dice;
        int color = dice.one(WALLS);
        while (Tone.distance(color, chair) < MIN_CONTRAST) {
            color = dice.one(WALLS);
        }
        this.wall = color;
        this.floorY = dice.between(198, 216);
    }

    void draw() {
        canvas.fill(Path.rectangle(0, 0, Canvas.WIDTH, floorY), wall);
        switch (dice.below(6)) {
            case 0 -> stripes();
            case 1 -> wainscot();
            case 2 -> dots();
            case 3 -> shoji();
            default -> {
                // a plain wall
            }
        }
        floor();
        canvas.fill(Path.rectangle(0, floorY - 7, Canvas.WIDTH, 7), Tone.light(wall, 0.55));
        canvas.fill(Path.rectangle(0, floorY, Canvas.WIDTH, 3), Tone.INK, 18);
    }

    boolean isFree(int side) {
        return screenSide != side;
    }

    private void stripes() {
        int width = dice.between(10, 24);
        for (int x = 0; x < Canvas.WIDTH; x += 2 * width) {
            canvas.fill(Path.rectangle(x, 0, width, floorY), Tone.light(wall, 0.22));
        }
    }

    private void wainscot() {
        double railY = floorY - dice.between(60, 84);
        canvas.fill(Path.rectangle(0, railY, Canvas.WIDTH, floorY - railY), Tone.light(wall, 0.35));
        canvas.fill(Path.rectangle(0, railY - 5, Canvas.WIDTH, 5), Tone.light(wall, 0.6));
        canvas.fill(Path.rectangle(0, railY, Canvas.WIDTH, 2), Tone.dark(wall, 0.12));
        for (int x = 14; x < Canvas.WIDTH; x += 28) {
            canvas.fill(Path.rectangle(x, railY + 2, 2, floorY - railY), Tone.light(wall, 0.18));
        }
    }

    private void dots() {
        int gap = dice.between(22, 34);
        for (int row = 0; row * gap < floorY; row++) {
            for (int x = row % 2 * gap / 2; x < Canvas.WIDTH + gap; x += gap) {
                canvas.fill(Path.circle(x, row * gap + 8, 2.6), Tone.light(wall, 0.35));
            }
        }
    }

    private void shoji() {
        int wood = Tone.dark(0xB58A5C, 0.1);
        screenSide = dice.one(List.of(-1, 1));
        int left = screenSide < 0 ? -20 : 204;
        canvas.fill(Path.rectangle(left, 18, 220, floorY - 18), wood);
        for (int panel = 0; panel < 2; panel++) {
            for (int column = 0; column < 3; column++) {
                for (int row = 0; row < 5; row++) {
                    double height = (floorY - 34) / 5;
                    canvas.fill(Path.rectangle(left + 7 + panel * 108 + column * 33, 25 + row * height, 30, height - 3),
                            0xFBF7EA);
                }
            }
        }
    }

    private void floor() {
        if (dice.chance(18)) {
            tatami();
        } else {
            planks(dice.one(FLOORS));
        }
        if (dice.chance(55)) {
            rug();
        }
    }

    private void planks(int wood) {
        canvas.fill(Path.rectangle(0, floorY, Canvas.WIDTH, Canvas.HEIGHT - floorY), wood);
        int line = Tone.dark(wood, 0.13);
        if (dice.chance(50)) {
            for (int i = -9; i <= 9; i++) {
                canvas.fill(Path.taper(200 + i * 34, floorY, 1, 200 + i * 62, Canvas.HEIGHT, 2.4), line);
            }
        } else {
            double y = floorY + 9;
            for (int i = 0; y < Canvas.HEIGHT; i++) {
                canvas.fill(Path.rectangle(0, y, Canvas.WIDTH, 1.6), line);
                double height = 12 + 3 * i;
                for (int x = dice.below(90); x < Canvas.WIDTH; x += 130) {
                    canvas.fill(Path.rectangle(x, y, 1.6, height), line);
                }
                y += height;
            }
        }
    }

    private void tatami() {
        canvas.fill(Path.rectangle(0, floorY, Canvas.WIDTH, Canvas.HEIGHT - floorY), TATAMI);
        int border = dice.one(List.of(0x4F6B52, 0x5C4A6E, 0x3E5A78, 0x6E4B3A));
        double joint = floorY + (Canvas.HEIGHT - floorY) * 0.4;
        canvas.fill(Path.rectangle(0, joint - 2, Canvas.WIDTH, 5), border);
        canvas.fill(Path.taper(120, floorY, 4, 92, joint, 5), border);
        canvas.fill(Path.taper(300, floorY, 4, 322, joint, 5), border);
        canvas.fill(Path.taper(212, joint, 5, 214, Canvas.HEIGHT, 7), border);
    }

    private void rug() {
        int rgb = dice.one(List.of(0xE9DCC7, 0xC76F5B, 0x6F93A3, 0xDDB765, 0x8AA17C, 0xB99BB5, 0xF3EEE3));
        double halfWidth = dice.between(120, 165);
        if (dice.chance(50)) {
            for (int ring = 0; ring < 3; ring++) {
                canvas.fill(Path.ellipse(200, 258, halfWidth - ring * 14, 34 - ring * 5),
                        ring == 1 ? Tone.light(rgb, 0.4) : rgb);
            }
        } else {
            canvas.fill(Path.of(200 - halfWidth + 26, 232, 200 + halfWidth - 26, 232, 200 + halfWidth, 284,
                    200 - halfWidth, 284), rgb);
            for (double y = 240; y < 284; y += 14) {
                double inset = 26 - (y - 232) / 2;
                canvas.fill(Path.of(200 - halfWidth + inset, y, 200 + halfWidth - inset, y, 200 + halfWidth - inset + 2,
                        y + 4,
                        200 - halfWidth + inset - 2, y + 4), Tone.light(rgb, 0.45));
            }
        }
    }
}
