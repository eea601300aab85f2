package isuumo.generator.picture;

import isuumo.generator.Dice;
import java.util.List;

/** What grows and stands around a house. */
final class Garden {
    private static final List<Integer> GREENS = List.of(0x4F8A57, 0x629A5A, 0x3F7A5C, 0x7BA658);

    private final Scene scene;
    private final Dice dice;

    Garden(Scene scene) {
        this.scene = scene;
        this.dice = scene.dice;
    }

    /** Stands on a ground y around an x. */
    void tree(double x, double y) {
        scene.shade(Path.ellipse(x + 4, y, 24, 5), 16);
        switch (dice.below(5)) {
            case 0 -> crown(x, y, dice.one(List.of(0xF2B8C6, 0xF5C9D3)));
            case 1 -> conifer(x, y);
            case 2 -> poplar(x, y);
            case 3 -> crown(x, y, dice.one(List.of(0xD9803F, 0xC9583F, 0xE3B04B)));
            default -> crown(x, y, dice.one(GREENS));
        }
    }

    private void trunk(double x, double y, double height) {
        scene.fill(Path.taper(x, y, 9, x, y - height, 5), 0x7A563E);
    }

    private void crown(double x, double y, int leaf) {
        double top = dice.between(52, 84);
        trunk(x, y, top);
        scene.fill(Path.circle(x - 17, y - top + 6, 19), Tone.dark(leaf, 0.1));
        scene.fill(Path.circle(x + 17, y - top + 8, 18), Tone.dark(leaf, 0.14));
        scene.fill(Path.circle(x, y - top - 10, 25), leaf);
        scene.fill(Path.circle(x - 7, y - top - 17, 12), Tone.light(leaf, 0.16));
        for (int i = 0; i < 5; i++) {
            scene.fill(Path.circle(x + dice.between(-22, 22), y - top + dice.between(-22, 12), 2.4),
                    Tone.light(leaf, 0.3));
        }
    }

    private void conifer(double x, double y) {
        int green = dice.one(List.of(0x3F6F58, 0x4A7F5E, 0x35604F));
        trunk(x, y, 20);
        for (int tier = 0; tier < 4; tier++) {
            double half = 27 - tier * 5.4;
            double bottom = y - 14 - tier * 19;
            scene.fill(Path.of(x - half, bottom, x, bottom - 34, x + half, bottom), Tone.light(green, tier * 0.05));
            scene.fill(Path.of(x + 2, bottom, x, bottom - 34, x + half, bottom), Tone.dark(green, 0.12));
        }
    }

    private void poplar(double x, double y) {
        int green = dice.one(GREENS);
        double height = dice.between(80, 116);
        trunk(x, y, 24);
        scene.fill(Path.ellipse(x, y - 14 - height / 2, 15, height / 2), green);
        scene.fill(Path.ellipse(x - 4, y - 18 - height / 2, 6, height / 2 - 16), Tone.light(green, 0.13));
    }

    void bush(double x, double y) {
        int green = dice.one(GREENS);
        double size = dice.between(8, 14);
        scene.fill(Path.circle(x - size, y - size * 0.6, size), Tone.dark(green, 0.1));
        scene.fill(Path.circle(x + size, y - size * 0.6, size * 0.9), Tone.dark(green, 0.14));
        scene.fill(Path.ellipse(x, y - size * 0.7, size * 1.4, size), green);
        int flower = dice.one(List.of(0xF2B8C6, 0xF6E27A, 0xE9715F, 0xB9A2D9, green));
        for (int i = -2; i <= 2; i++) {
            scene.fill(Path.circle(x + i * size * 0.55, y - size * dice.between(5, 12) / 10, 2.2), flower);
        }
    }

    void fence(double fromX, double toX, double y) {
        int rgb = dice.one(List.of(0xF4EFE4, 0xA57B54, 0x6E5444));
        scene.fill(Path.rectangle(fromX, y - 14, toX - fromX, 3), rgb);
        scene.fill(Path.rectangle(fromX, y - 7, toX - fromX, 3), rgb);
        for (double x = fromX; x < toX; x += 9) {
            scene.fill(Path.of(x, y, x, y - 17, x + 2.5, y - 20, x + 5, y - 17, x + 5, y), rgb);
        }
    }

    /** A pole with wires across the whole picture, as in nearly every Japanese street. */
    void utilityPole(double x) {
        int rgb = 0x77706C;
        for (int wire = 0; wire < 3; wire++) {
            scene.fill(Path.bow(0, 42 + wire * 9, x / 2, 60 + wire * 9, x, 44 + wire * 9, 1.2), 0x4A4650);
            scene.fill(Path.bow(x, 44 + wire * 9, (400 + x) / 2, 62 + wire * 9, 400, 46 + wire * 9, 1.2), 0x4A4650);
        }
        scene.fill(Path.taper(x, 270, 8, x, 34, 5), rgb);
        scene.fill(Path.rectangle(x - 16, 43, 32, 4), rgb);
        scene.fill(Path.rectangle(x - 12, 60, 24, 3), rgb);
        scene.fill(Path.rounded(x + 4, 70, 11, 20, 3), 0x9B9590);
    }

    void bicycle(double x, double y) {
        int rgb = dice.one(List.of(0xC7503F, 0x3E7F9A, 0xE3B04B, 0x4F7F56));
        for (int side = -1; side <= 1; side += 2) {
            Path wheel = Path.circle(x + side * 15, y - 10, 10);
            Path ring = Path.circle(x + side * 15, y - 10, 8);
            for (int i = 0; i < ring.size(); i++) {
                wheel.to(ring.x(i), ring.y(i));
            }
            scene.fill(wheel.to(ring.x(0), ring.y(0)).to(wheel.x(0), wheel.y(0)), Tone.INK);
        }
        scene.fill(Path.bar(x - 15, y - 10, x - 5, y - 25, 2.4), rgb);
        scene.fill(Path.bar(x - 5, y - 25, x + 11, y - 25, 2.4), rgb);
        scene.fill(Path.bar(x - 5, y - 24, x, y - 10, 2.4), rgb);
        scene.fill(Path.bar(x, y - 10, x + 11, y - 25, 2.4), rgb);
        scene.fill(Path.bar(x + 15, y - 10, x + 10, y - 31, 2.4), rgb);
        scene.fill(Path.bar(x - 10, y - 28, x, y - 28, 3.4), Tone.INK);
        scene.fill(Path.bar(x + 6, y - 32, x + 14, y - 32, 2.4), Tone.INK);
    }

    void mailbox(double x, double y) {
        scene.fill(Path.rectangle(x - 2, y - 20, 4, 20), 0x6E5444);
        scene.fill(Path.rounded(x - 9, y - 32, 18, 14, 5), 0xC7443B);
        scene.fill(Path.rectangle(x - 5, y - 28, 10, 2), 0xF4E4D4);
    }
}
