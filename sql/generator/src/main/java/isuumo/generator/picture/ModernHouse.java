package isuumo.generator.picture;

import isuumo.generator.Dice;
import java.util.List;

/** Two flat-roofed boxes, one shifted over the other, with large panes, wooden slats and sometimes a carport. */
final class ModernHouse {
    private static final double GROUND = Scene.GROUND_Y;

    private final Scene scene;
    private final Dice dice;
    private final double x;
    private final int lower;
    private final int upper;
    private final int wood;

    ModernHouse(Scene scene, double x) {
        this.scene = scene;
        this.dice = scene.dice;
        this.x = x;
        this.lower = dice.one(List.of(0xE9E5DD, 0xB9B6B0, 0x6E7580, 0xD9CBB8, 0x4F545E));
        this.upper = dice.one(List.of(0xFBFAF6, 0x3F4550, 0xC9D3D6, 0xE0CDB0, 0x8A5F47, 0x5F7A82));
        this.wood = dice.one(List.of(0xB07B4A, 0x8C5A38, 0xC9965F));
    }

    void draw() {
        double half = dice.between(78, 98);
        int side = dice.one(List.of(-1, 1));
        double lowerTop = GROUND - 58;
        double upperTop = lowerTop - dice.between(52, 64);
        double upperHalf = half * dice.between(62, 80) / 100;
        double upperX = x + side * (half - upperHalf + dice.between(4, 18));
        scene.shade(Path.ellipse(x, GROUND, half + 24, 9), 20);
        scene.fill(Path.rectangle(x - half, lowerTop, 2 * half, GROUND - lowerTop), lower);
        terrace(x - side * (half - (half - upperHalf)), half - upperHalf, lowerTop);
        lowerFront(half, lowerTop, side);
        scene.fill(Path.rectangle(upperX - upperHalf, upperTop, 2 * upperHalf, lowerTop - upperTop + 6), upper);
        scene.fill(Path.rectangle(upperX - upperHalf - 4, upperTop - 5, 2 * upperHalf + 8, 7), Tone.dark(upper, 0.25));
        scene.shade(Path.rectangle(upperX - upperHalf, lowerTop + 6, 2 * upperHalf, 7), 26);
        upperFront(upperX, upperHalf, upperTop, lowerTop);
    }

    private void terrace(double center, double half, double top) {
        if (half > 14) {
            scene.fill(Path.rectangle(center - half, top - 16, 2 * half, 2.4), 0xF4F4F0);
            for (double at = center - half; at <= center + half; at += 7) {
                scene.fill(Path.rectangle(at, top - 16, 1.6, 17), 0xF4F4F0);
            }
            scene.fill(Path.circle(center, top - 8, 8), 0x5F9464);
        }
    }

    private void upperFront(double center, double half, double top, double bottom) {
        switch (dice.below(3)) {
            case 0 -> {
                scene.fill(Path.rectangle(center - half + 10, top + 10, 2 * half - 20, bottom - top - 18), 0x3F434C);
                double pane = (2 * half - 28) / 3;
                for (int i = 0; i < 3; i++) {
                    scene.pane(center - half + 12 + i * (pane + 2), top + 12, pane, bottom - top - 22);
                }
            }
            case 1 -> {
                scene.window(center - half + 16, top + 16, 38, bottom - top - 28, 0x3F434C);
                slats(center + 4, top + 8, half - 14, bottom - top - 10);
            }
            default -> {
                for (int i = -1; i <= 1; i++) {
                    scene.window(center + i * half * 0.58 - 9, top + 12, 18, bottom - top - 24, 0x3F434C);
                }
            }
        }
    }

    private void slats(double left, double top, double width, double height) {
        scene.fill(Path.rectangle(left, top, width, height), Tone.dark(wood, 0.25));
        for (double at = left; at < left + width - 2; at += 5) {
            scene.fill(Path.rectangle(at, top, 3.2, height), wood);
        }
    }

    private void lowerFront(double half, double top, int side) {
        double doorX = x - side * half * 0.62;
        slats(doorX - 26, top + 8, 52, GROUND - top - 8);
        Landscape.pathFrom(scene, doorX);
        scene.door(doorX - 13, GROUND - 42, 26, 42,
                dice.one(List.of(0x3D3F4A, 0xE0A63F, 0x2F5D7A, 0xA8413A, 0xF4EFE4)));
        double windowX = x + side * half * 0.36;
        if (dice.chance(35)) {
            scene.fill(Path.rectangle(windowX - 40, top + 12, 80, GROUND - top - 12), 0x3A3D46);
            car(windowX);
        } else {
            scene.fill(Path.rectangle(windowX - 44, top + 14, 88, GROUND - top - 18), 0x3F434C);
            scene.pane(windowX - 42, top + 16, 41, GROUND - top - 22);
            scene.pane(windowX + 1, top + 16, 41, GROUND - top - 22);
        }
    }

    private void car(double center) {
        int rgb = dice.one(List.of(0xC7503F, 0xE8E5DC, 0x4F8FA8, 0xE3B04B, 0x7FA58C));
        scene.fill(Path.at(center - 30, GROUND - 6).to(center - 30, GROUND - 16)
                .curve(center - 26, GROUND - 36, center - 14, GROUND - 36)
                .to(center + 14, GROUND - 36).curve(center + 26, GROUND - 36, center + 30, GROUND - 16)
                .to(center + 30, GROUND - 6), rgb);
        scene.fill(Path.rounded(center - 21, GROUND - 32, 42, 13, 5), 0xBFDCE6);
        for (int side = -1; side <= 1; side += 2) {
            scene.fill(Path.rounded(center + side * 21 - 6, GROUND - 8, 12, 9, 3), Tone.INK);
            scene.fill(Path.circle(center + side * 23, GROUND - 13, 3.6), 0xFFF3C4);
        }
        scene.fill(Path.rectangle(center - 9, GROUND - 12, 18, 5), 0xF7F3EA);
    }
}
