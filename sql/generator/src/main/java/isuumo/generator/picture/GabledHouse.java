package isuumo.generator.picture;

import isuumo.generator.Dice;
import java.util.List;

/** A family house under a pitched roof, with one storey or two, seen from its gable or its long side. */
final class GabledHouse {
    private static final double GROUND = Scene.GROUND_Y;
    private static final List<Integer> WALLS = List.of(0xF4EADB, 0xE9D3B4, 0xD9E2DC, 0xF0D3C4, 0xC9D9E6, 0xF5E3A8,
            0xE3B79B,
            0xB9C9B0, 0xFAF7F0, 0xC98B73, 0x8FA9B8);
    private static final List<Integer> ROOFS = List.of(0xB5523F, 0x8A4A3C, 0x55606E, 0x3F5D70, 0x6B7F5E, 0x7A5A48,
            0xC9784B,
            0x4A4557);
    private static final List<Integer> DOORS = List.of(0xA8413A, 0x2F5D7A, 0x4F7A56, 0x7A4F36, 0xE0A63F, 0x3D3F4A);

    private final Scene scene;
    private final Dice dice;
    private final double x;
    private final double half;
    private final double storey = 52;
    private final int storeys;
    private final int wall;
    private final int roof;
    private final int frame;

    GabledHouse(Scene scene, double x) {
        this.scene = scene;
        this.dice = scene.dice;
        this.x = x;
        this.half = dice.between(66, 92);
        this.storeys = dice.between(1, 2);
        this.wall = dice.one(WALLS);
        this.roof = dice.one(ROOFS);
        this.frame = dice.one(List.of(0xFFFDF8, 0x5B4636, 0xF2EADB));
    }

    void draw() {
        double eaves = GROUND - storeys * storey;
        double ridge = eaves - dice.between(46, 66);
        scene.shade(Path.ellipse(x + 8, GROUND, half + 22, 9), 20);
        chimney(ridge);
        scene.fill(Path.rectangle(x - half, eaves, 2 * half, GROUND - eaves), wall);
        if (dice.chance(40)) {
            siding(eaves);
        }
        if (dice.chance(55)) {
            gableRoof(eaves, ridge);
        } else {
            sideRoof(eaves, ridge);
        }
        scene.fill(Path.rectangle(x - half, GROUND - 9, 2 * half, 9), Tone.dark(wall, 0.28));
        openings(eaves);
    }

    private void chimney(double ridge) {
        if (dice.chance(50)) {
            double left = x + dice.one(List.of(-1, 1)) * half * 0.5 - 8;
            scene.fill(Path.rectangle(left, ridge - 8, 17, 60), 0xA9614B);
            scene.fill(Path.rectangle(left - 3, ridge - 12, 23, 6), 0x8A4E3E);
            for (int puff = 0; puff < 3 && dice.chance(80); puff++) {
                scene.canvas.fill(Path.circle(left + 8 + puff * 6, ridge - 22 - puff * 13, 5 + puff * 2.5), Tone.WHITE,
                        45);
            }
        }
    }

    private void siding(double eaves) {
        for (double y = eaves + 8; y < GROUND - 10; y += 9) {
            scene.fill(Path.rectangle(x - half, y, 2 * half, 1.4), Tone.dark(wall, 0.1));
        }
    }

    private void gableRoof(double eaves, double ridge) {
        scene.fill(Path.of(x - half, eaves + 1, x, ridge + 4, x + half, eaves + 1), wall);
        for (int side = -1; side <= 1; side += 2) {
            scene.fill(
                    Path.of(x, ridge - 12, x, ridge + 4, x + side * (half + 12), eaves + 13, x + side * (half + 18),
                            eaves + 2),
                    side < 0 ? Tone.light(roof, 0.08) : Tone.dark(roof, 0.1));
        }
        double y = (eaves + ridge) / 2 + 8;
        if (dice.chance(50)) {
            scene.fill(Path.circle(x, y, 14), frame);
            scene.pane(x - 8, y - 8, 16, 16);
        } else {
            scene.window(x - 11, y - 12, 22, 24, frame);
        }
    }

    private void sideRoof(double eaves, double ridge) {
        scene.fill(
                Path.of(x - half - 16, eaves + 6, x - half + 18, ridge, x + half - 18, ridge, x + half + 16, eaves + 6),
                roof);
        for (int row = 1; row < 5; row++) {
            double part = row / 5.0;
            double y = ridge + (eaves + 6 - ridge) * part;
            double width = half - 18 + 34 * part;
            scene.fill(Path.rectangle(x - width, y, 2 * width, 1.8), Tone.dark(roof, 0.18));
        }
        scene.fill(Path.rectangle(x - half - 16, eaves + 4, 2 * half + 32, 6), Tone.dark(roof, 0.25));
        if (dice.chance(60)) {
            dormer(eaves, ridge);
        }
    }

    private void dormer(double eaves, double ridge) {
        double y = (eaves + ridge) / 2 - 2;
        scene.fill(Path.rectangle(x - 20, y, 40, eaves - y), wall);
        scene.fill(Path.of(x - 28, y + 4, x, y - 20, x + 28, y + 4), Tone.dark(roof, 0.14));
        scene.window(x - 10, y + 7, 20, 16, frame);
    }

    private void openings(double eaves) {
        double doorX = x + dice.one(List.of(-1, 0, 1)) * half * 0.5;
        Landscape.pathFrom(scene, doorX);
        scene.door(doorX - 13, GROUND - 43, 26, 43, dice.one(DOORS));
        if (dice.chance(50)) {
            scene.fill(Path.of(doorX - 26, GROUND - 46, doorX - 18, GROUND - 56, doorX + 18, GROUND - 56, doorX + 26,
                    GROUND - 46), roof);
        }
        for (int column = -1; column <= 1; column++) {
            double center = x + column * half * 0.58;
            if (Math.abs(center - doorX) > 32) {
                ground(center);
            }
            if (storeys == 2) {
                scene.window(center - 12, eaves + 16, 24, 26, frame);
                if (dice.chance(30)) {
                    flowerBox(center, eaves + 49);
                }
            }
        }
    }

    private void ground(double center) {
        scene.window(center - 15, GROUND - 41, 30, 26, frame);
        if (dice.chance(35)) {
            flowerBox(center, GROUND - 9);
        }
    }

    private void flowerBox(double center, double y) {
        scene.fill(Path.rectangle(center - 15, y - 3, 30, 6), 0x8A5A3C);
        int flower = dice.one(List.of(0xE9715F, 0xF2B8C6, 0xF6D55F, 0xB9A2D9));
        for (int i = -2; i <= 2; i++) {
            scene.fill(Path.circle(center + i * 6, y - 4, 3.4), 0x5F9464);
            scene.fill(Path.circle(center + i * 6, y - 6, 2.2), flower);
        }
    }
}
