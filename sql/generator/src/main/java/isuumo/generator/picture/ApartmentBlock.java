package isuumo.generator.picture;

import isuumo.generator.Dice;
import java.util.List;

/** A block of flats with balconies, from two storeys to a tower. */
final class ApartmentBlock {
    private static final double GROUND = Scene.GROUND_Y;

    private final Scene scene;
    private final Dice dice;
    private final double x;
    private final int floors;
    private final int columns;
    private final double floorHeight;
    private final double columnWidth;
    private final int wall;
    private final int accent;

    ApartmentBlock(Scene scene, double x) {
        this.scene = scene;
        this.dice = scene.dice;
        this.x = x;
        this.floors = dice.between(2, 7);
        this.columns = floors > 5 ? dice.between(3, 4) : dice.between(3, 5);
        this.floorHeight = floors > 5 ? 26 : floors > 3 ? 32 : 40;
        this.columnWidth = floors > 3 ? 38 : 44;
        this.wall = dice
                .one(List.of(0xF2EBDD, 0xDCD5CB, 0xC98F73, 0xB9C6CE, 0xE8CFA9, 0x9C6B57, 0xD3DED4, 0xFAF8F3, 0x8A93A0));
        this.accent = dice.one(List.of(0xB5523F, 0x4F7A86, 0xE0A63F, 0x5E8A63, 0x6B5A7A, 0xF7F3EA, 0x7A563E));
    }

    void draw() {
        double half = columns * columnWidth / 2;
        double ground = 34;
        double top = GROUND - ground - floors * floorHeight + (floors == 2 ? 0 : floorHeight);
        scene.shade(Path.ellipse(x + 8, GROUND, half + 20, 9), 20);
        roofTop(top, half);
        scene.fill(Path.rectangle(x - half, top, 2 * half, GROUND - top), wall);
        scene.fill(Path.rectangle(x + half - 10, top, 10, GROUND - top), Tone.dark(wall, 0.12));
        boolean striped = dice.chance(50);
        int balcony = dice.below(3);
        for (double y = top + 5; y < GROUND - ground - 1; y += floorHeight) {
            for (int column = 0; column < columns; column++) {
                flat(x - half + column * columnWidth, y, balcony);
            }
            if (striped) {
                scene.fill(Path.rectangle(x - half, y - 4, 2 * half, 2.5), Tone.dark(wall, 0.14));
            }
        }
        entrance(half, ground);
    }

    private void roofTop(double top, double half) {
        if (floors <= 3 && dice.chance(60)) {
            scene.fill(Path.of(x - half - 12, top + 4, x - half + 14, top - 26, x + half - 14, top - 26, x + half + 12,
                    top + 4), accent);
            scene.fill(Path.rectangle(x - half - 12, top, 2 * half + 24, 6), Tone.dark(accent, 0.25));
            return;
        }
        scene.fill(Path.rectangle(x - half - 4, top - 6, 2 * half + 8, 8), Tone.dark(wall, 0.2));
        double tank = x + dice.one(List.of(-1, 1)) * half * 0.5;
        scene.fill(Path.rectangle(tank - 15, top - 22, 30, 17), Tone.dark(wall, 0.08));
        scene.fill(Path.rounded(tank - 8, top - 36, 16, 15, 4), 0xD5DAD9);
        scene.fill(Path.rectangle(x - half * 0.6, top - 30, 1.8, 26), Tone.INK);
        scene.fill(Path.rectangle(x - half * 0.6 - 8, top - 28, 18, 1.8), Tone.INK);
        scene.fill(Path.rectangle(x - half * 0.6 - 5, top - 23, 12, 1.8), Tone.INK);
    }

    private void flat(double left, double y, int balcony) {
        double width = columnWidth - 10;
        double height = floorHeight - 8;
        scene.fill(Path.rectangle(left + 4, y - 1, width + 2, height + 1), 0xFBF9F4);
        scene.pane(left + 5.5, y, width / 2 - 1, height);
        scene.pane(left + 5.5 + width / 2, y, width / 2 - 1, height);
        double railTop = y + height * 0.52;
        double railHeight = height * 0.48 + 3;
        if (dice.chance(16)) {
            laundry(left + 8, railTop - 9, width - 8);
        }
        switch (balcony) {
            case 0 -> scene.fill(Path.rectangle(left + 2, railTop, width + 6, railHeight), accent);
            case 1 -> {
                scene.fill(Path.rectangle(left + 2, railTop, width + 6, 2.4), Tone.dark(accent, 0.2));
                for (double bar = left + 3; bar < left + width + 8; bar += 4) {
                    scene.fill(Path.rectangle(bar, railTop, 1.4, railHeight), Tone.dark(accent, 0.2));
                }
            }
            default -> {
                scene.canvas.fill(Path.rectangle(left + 2, railTop, width + 6, railHeight), scene.time.tint(0xC9E3E8),
                        72);
                scene.fill(Path.rectangle(left + 2, railTop, width + 6, 2), 0xF4F4F0);
            }
        }
        scene.fill(Path.rectangle(left + 1, y + height + 2, width + 8, 3), Tone.dark(wall, 0.22));
        if (dice.chance(22)) {
            scene.fill(Path.circle(left + width, railTop - 1, 4.5), 0x5F9464);
        }
    }

    private void laundry(double left, double y, double width) {
        scene.fill(Path.rectangle(left, y, width, 1), Tone.INK);
        for (int i = 0; i < 4; i++) {
            scene.fill(Path.rectangle(left + i * width / 4, y, width / 4 - 1.5, 9),
                    dice.one(List.of(0xF7F3EA, 0xE9715F, 0x7FB3D0, 0xF6D55F)));
        }
    }

    private void entrance(double half, double height) {
        double top = GROUND - height;
        scene.fill(Path.rectangle(x - half, top, 2 * half, height), Tone.dark(wall, 0.16));
        double doorX = x + dice.one(List.of(-1, 0, 1)) * (half - 40);
        Landscape.pathFrom(scene, doorX);
        scene.fill(Path.rectangle(doorX - 22, top + 4, 44, height - 4), 0x4A4650);
        scene.pane(doorX - 20, top + 6, 19, height - 6);
        scene.pane(doorX + 1, top + 6, 19, height - 6);
        scene.fill(Path.rectangle(doorX - 30, top - 2, 60, 6), accent);
        for (double at = x - half + 8; at < x + half - 16; at += 22) {
            if (Math.abs(at + 8 - doorX) > 36) {
                scene.pane(at, top + 8, 15, 15);
            }
        }
    }
}
