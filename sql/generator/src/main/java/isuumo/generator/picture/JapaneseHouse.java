package isuumo.generator.picture;

import isuumo.generator.Dice;
import java.util.List;

/** A traditional house: tiled roofs with upturned eaves, plaster between dark posts, lattices, a sliding door. */
final class JapaneseHouse {
    private static final double GROUND = Scene.GROUND_Y;

    private final Scene scene;
    private final Dice dice;
    private final double x;
    private final double half;
    private final boolean upperStorey;
    private final int tile;
    private final int wood;
    private final int plaster;

    JapaneseHouse(Scene scene, double x) {
        this.scene = scene;
        this.dice = scene.dice;
        this.x = x;
        this.half = dice.between(84, 108);
        this.upperStorey = dice.chance(65);
        this.tile = dice.one(List.of(0x5A6472, 0x47525F, 0x6E5A50, 0x4F6670, 0x9A5B45));
        this.wood = dice.one(List.of(0x5F4433, 0x7A563E, 0x4A382E, 0x94694A));
        this.plaster = dice.one(List.of(0xF6F0E2, 0xEBDDC2, 0xD9CBB0, 0xF1E4CF));
    }

    void draw() {
        scene.shade(Path.ellipse(x + 6, GROUND, half + 26, 9), 20);
        double eaves = GROUND - 54;
        if (upperStorey) {
            upper(eaves);
        }
        scene.fill(Path.rectangle(x - half, eaves - 6, 2 * half, GROUND - eaves + 6), plaster);
        facade();
        roof(eaves, upperStorey ? 24 : 58, half, upperStorey ? 0.86 : 0.55);
        scene.fill(Path.rectangle(x - half - 6, GROUND - 4, 2 * half + 12, 6), 0x9E978C);
    }

    private void upper(double eaves) {
        double width = half * 0.74;
        double top = eaves - 58;
        scene.fill(Path.rectangle(x - width, top, 2 * width, 52), plaster);
        int windows = dice.between(2, 3);
        for (int i = 0; i < windows; i++) {
            double center = x + width * (2.0 * (i + 0.5) / windows - 1);
            lattice(center - 17, top + 10, 34, 22);
        }
        for (int post = -1; post <= 1; post += 2) {
            scene.fill(Path.rectangle(x + post * (width - 3) - 3, top, 6, 52), wood);
        }
        roof(top, 44, width, 0.5);
    }

    /** A roof over the eaves line; its ridge is {@code ridgePart} as wide as the walls. */
    private void roof(double eaves, double height, double wallHalf, double ridgePart) {
        double ridge = wallHalf * ridgePart;
        double out = wallHalf + 20;
        double top = eaves - height;
        scene.fill(Path.at(x - out, eaves - 3).curve(x - ridge - 14, eaves - 10, x - ridge, top).to(x + ridge, top)
                .curve(x + ridge + 14, eaves - 10, x + out, eaves - 3).to(x + out - 6, eaves + 6)
                .curve(x, eaves, x - out + 6, eaves + 6), tile);
        int ribs = 13;
        for (int i = -ribs; i <= ribs; i++) {
            double part = i / (double) ribs;
            scene.fill(
                    Path.bow(x + part * (ridge - 2), top + 2, x + part * (ridge + 8), eaves - 12, x + part * (out - 12),
                            eaves + 1, 1.5),
                    Tone.dark(tile, 0.22));
        }
        scene.fill(Path.rounded(x - ridge - 6, top - 5, 2 * ridge + 12, 8, 4), Tone.dark(tile, 0.2));
        scene.fill(Path.circle(x - ridge - 5, top - 3, 5), Tone.dark(tile, 0.3));
        scene.fill(Path.circle(x + ridge + 5, top - 3, 5), Tone.dark(tile, 0.3));
        scene.shade(
                Path.at(x - wallHalf, eaves + 4).curve(x, eaves, x + wallHalf, eaves + 4).to(x + wallHalf, eaves + 12)
                        .to(x - wallHalf, eaves + 12),
                22);
    }

    private void facade() {
        scene.fill(Path.rectangle(x - half, GROUND - 16, 2 * half, 14), Tone.light(wood, 0.12));
        int bays = 5;
        double bay = 2 * half / bays;
        int doorBay = dice.between(1, 3);
        for (int i = 0; i < bays; i++) {
            double left = x - half + i * bay;
            if (i == doorBay) {
                Landscape.pathFrom(scene, left + bay / 2);
                slidingDoor(left + 2, bay - 4);
            } else if (dice.chance(78)) {
                lattice(left + 6, GROUND - 42, bay - 12, 24);
            } else {
                scene.fill(Path.circle(left + bay / 2, GROUND - 30, 10), wood);
                scene.canvas.fill(Path.circle(left + bay / 2, GROUND - 30, 8),
                        scene.time.lampsAreOn() ? 0xFFE08A : 0xEFE7D2);
            }
        }
        for (int i = 0; i <= bays; i++) {
            scene.fill(Path.rectangle(x - half + i * bay - 2.5, GROUND - 56, 5, 54), wood);
        }
        lantern(x - half + doorBay * bay - 1);
    }

    private void slidingDoor(double left, double width) {
        scene.fill(Path.rectangle(left, GROUND - 44, width, 44), wood);
        for (int leaf = 0; leaf < 2; leaf++) {
            double at = left + 2 + leaf * width / 2;
            scene.pane(at, GROUND - 41, width / 2 - 4, 26);
            for (int bar = 1; bar < 4; bar++) {
                scene.fill(Path.rectangle(at + bar * (width / 2 - 4) / 4 - 0.6, GROUND - 41, 1.4, 26), wood);
            }
            scene.fill(Path.rectangle(at, GROUND - 13, width / 2 - 4, 11), Tone.light(wood, 0.16));
        }
        if (dice.chance(55)) {
            int noren = dice.one(List.of(0x2F4A7C, 0x8C3F3A, 0x4F6B52, 0x5C4A6E));
            for (int i = 0; i < 3; i++) {
                scene.fill(Path.rectangle(left + i * width / 3, GROUND - 45, width / 3 - 1.4, 16), noren);
            }
        }
    }

    private void lattice(double left, double top, double width, double height) {
        scene.fill(Path.rectangle(left - 3, top - 3, width + 6, height + 6), wood);
        scene.pane(left, top, width, height);
        for (double bar = left + 3; bar < left + width; bar += 5) {
            scene.fill(Path.rectangle(bar, top, 1.8, height), wood);
        }
    }

    private void lantern(double at) {
        scene.fill(Path.rectangle(at - 1, GROUND - 48, 2, 6), Tone.INK);
        scene.canvas.fill(Path.ellipse(at, GROUND - 35, 6, 8),
                scene.time.lampsAreOn() ? 0xFFCF7A : scene.time.tint(0xD9583F));
        scene.fill(Path.rectangle(at - 3, GROUND - 44, 6, 2), Tone.INK);
        scene.fill(Path.rectangle(at - 3, GROUND - 28, 6, 2), Tone.INK);
    }
}
