package isuumo.generator.picture;

import isuumo.generator.Dice;
import java.util.List;

/** Sky, far distance and ground. */
final class Landscape {
    private static final int SKY_BANDS = 24;
    private static final int PATH_COLOR = 0xD9CDB8;

    private final Scene scene;
    private final Dice dice;
    private final double horizonY;

    Landscape(Scene scene) {
        this.scene = scene;
        this.dice = scene.dice;
        this.horizonY = dice.between(186, 206);
    }

    void draw() {
        sky();
        switch (dice.below(5)) {
            case 0 -> hills(2);
            case 1 -> mountain();
            case 2 -> town();
            case 3 -> sea();
            default -> hills(3);
        }
        ground();
    }

    private void sky() {
        double height = horizonY / SKY_BANDS;
        for (int band = 0; band < SKY_BANDS; band++) {
            int rgb = Tone.mix(scene.time.zenith, scene.time.horizon, band / (SKY_BANDS - 1.0));
            scene.canvas.fill(Path.rectangle(0, Math.floor(band * height), Canvas.WIDTH, Math.ceil(height) + 1), rgb);
        }
        scene.canvas.fill(Path.rectangle(0, Math.floor(horizonY), Canvas.WIDTH, 20), scene.time.horizon);
        switch (scene.time) {
            case NIGHT, DUSK -> {
                for (int i = 0; i < 36; i++) {
                    scene.canvas.fill(Path.circle(dice.below(400), dice.below(150), dice.between(5, 12) / 10.0),
                            Tone.WHITE, 75);
                }
                moon();
            }
            case SUNSET -> sun(dice.between(50, 350), horizonY - dice.between(20, 60), 22, 0xFFE0A0);
            default -> sun(dice.one(List.of(52, 346)), dice.between(40, 62), 17, 0xFFF3C0);
        }
        int clouds = scene.time == Daytime.CLEAR ? dice.below(2) : dice.between(2, 4);
        for (int i = 0; i < clouds; i++) {
            cloud(dice.between(20, 380), dice.between(26, 110), dice.between(60, 130) / 100.0);
        }
    }

    private void sun(double x, double y, double radius, int rgb) {
        scene.canvas.fill(Path.circle(x, y, radius * 1.7), rgb, 28);
        scene.canvas.fill(Path.circle(x, y, radius), rgb);
    }

    private void moon() {
        double x = dice.one(List.of(56, 344));
        double y = dice.between(40, 64);
        scene.canvas.fill(Path.circle(x, y, 30), 0xFFF6D0, 14);
        scene.canvas.fill(Path.circle(x, y, 17), 0xFDF3CC);
        scene.canvas.fill(Path.circle(x - 5, y + 4, 3.5), 0xEBDDA8);
        scene.canvas.fill(Path.circle(x + 5, y - 5, 2.4), 0xEBDDA8);
    }

    private void cloud(double x, double y, double size) {
        int rgb = Tone.mix(scene.time.horizon, Tone.WHITE, scene.time == Daytime.NIGHT ? 0.1 : 0.65);
        scene.canvas.fill(Path.circle(x - 18 * size, y, 11 * size), rgb)
                .fill(Path.circle(x, y - 7 * size, 15 * size), rgb)
                .fill(Path.circle(x + 19 * size, y, 12 * size), rgb)
                .fill(Path.rounded(x - 30 * size, y, 62 * size, 12 * size, 8 * size), rgb);
    }

    private void hills(int ranges) {
        for (int i = 0; i < ranges; i++) {
            double base = horizonY - (ranges - i) * 13 + 14;
            double a = dice.between(10, 50);
            double b = dice.between(0, 44);
            int green = Tone.mix(scene.time.tint(0x6E9F73), scene.time.horizon, 0.6 - 0.2 * i);
            scene.canvas.fill(Path.at(0, base).curve(70, base - a, 150, base - 8).curve(230, base - b, 300, base - 4)
                    .curve(350, base - a, 400, base - 6).to(400, 300).to(0, 300), green);
        }
    }

    private void mountain() {
        double x = dice.one(List.of(84, 316)) + dice.between(-34, 34);
        double top = dice.between(76, 104);
        int rock = Tone.mix(scene.time.tint(0x6B86AE), scene.time.horizon, 0.3);
        scene.canvas.fill(
                Path.at(x - 190, 214).curve(x - 60, 190, x - 18, top).to(x + 18, top).curve(x + 60, 190, x + 190, 214),
                rock);
        scene.canvas.fill(Path.at(x - 36, top + 38).curve(x - 25, top + 18, x - 18, top).to(x + 18, top)
                .curve(x + 25, top + 18, x + 36, top + 38).to(x + 20, top + 28).to(x + 8, top + 40).to(x - 6, top + 28)
                .to(x - 18, top + 41), scene.time.tint(0xFBFCFF));
        hills(1);
    }

    private void town() {
        int rgb = Tone.mix(scene.time.tint(0x8C9DB5), scene.time.horizon, 0.45);
        for (double x = -8; x < Canvas.WIDTH;) {
            double width = dice.between(18, 42);
            double height = dice.between(18, 96);
            scene.canvas.fill(Path.rectangle(x, horizonY + 8 - height, width, height + 10), rgb);
            for (double y = horizonY + 14 - height; scene.time.lampsAreOn() && y < horizonY - 6; y += 11) {
                scene.canvas.fill(Path.rectangle(x + 4 + dice.below((int) width - 8), y, 4, 5), 0xFFE08A, 70);
            }
            x += width + dice.between(0, 7);
        }
    }

    private void sea() {
        int water = scene.time.tint(0x4F93B8);
        double shore = horizonY - 14;
        scene.canvas.fill(Path.at(0, shore).to(0, shore - 4).curve(50, shore - dice.between(20, 40), 130, shore),
                Tone.mix(
                        scene.time.tint(0x6E9F8C), scene.time.horizon, 0.4));
        scene.canvas.fill(Path.rectangle(0, shore, Canvas.WIDTH, 120), water);
        for (int i = 0; i < 14; i++) {
            scene.canvas.fill(Path.rounded(dice.below(390), shore + 4 + dice.below(30), dice.between(8, 30), 1.6, 1),
                    Tone.light(water, 0.45));
        }
        double x = dice.one(List.of(44, 350));
        scene.fill(Path.of(x, shore + 2, x, shore - 20, x + 15, shore + 2), 0xFBFAF4);
        scene.fill(Path.of(x - 12, shore + 4, x + 18, shore + 4, x + 12, shore + 10, x - 8, shore + 10), 0xB7513F);
    }

    private void ground() {
        int grass = dice.one(List.of(0x8DBB6C, 0x7FB06E, 0xA5C27A, 0x6FA367));
        scene.fill(Path.at(0, horizonY + 14).curve(200, horizonY, 400, horizonY + 14).to(400, 300).to(0, 300), grass);
        scene.fill(Path.at(0, 258).curve(200, 248, 400, 258).to(400, 300).to(0, 300), Tone.light(grass, 0.1));
        if (dice.chance(55)) {
            scene.fill(Path.rectangle(0, 272, 400, 28), 0x9A9AA0);
            scene.fill(Path.rectangle(0, 270, 400, 4), 0xD5D0C8);
            for (int x = dice.below(30); x < 400; x += 56) {
                scene.fill(Path.rectangle(x, 286, 28, 3), 0xEFEDE6);
            }
        }
    }

    /** A path from a door down to the street. */
    static void pathFrom(Scene scene, double doorX) {
        scene.fill(Path.of(doorX - 12, Scene.GROUND_Y, doorX + 12, Scene.GROUND_Y, doorX + 24, 271, doorX - 24, 271),
                PATH_COLOR);
    }
}
