package isuumo.generator.picture;

import isuumo.generator.Dice;
import java.util.List;

/** A house or a block of flats in a landscape. */
public final class HousePicture {
    /** Day is the commonest. */
    private static final List<Daytime> TIMES = List.of(Daytime.DAY, Daytime.DAY, Daytime.DAY, Daytime.CLEAR,
            Daytime.CLEAR,
            Daytime.MORNING, Daytime.MORNING, Daytime.SUNSET, Daytime.DUSK, Daytime.NIGHT);

    private HousePicture() {}

    /**
     * Draws a house.
     *
     * @param dice decides everything
     * @return a PNG file of 400 x 300 pixels
     */
    public static byte[] png(Dice dice) {
        Canvas canvas = new Canvas();
        Scene scene = new Scene(canvas, dice, dice.one(TIMES));
        new Landscape(scene).draw();
        Garden garden = new Garden(scene);
        if (dice.chance(35)) {
            garden.utilityPole(dice.one(List.of(26, 374)));
        }
        for (int x : List.of(30, 72, 330, 372)) {
            if (dice.chance(50)) {
                garden.tree(x + dice.between(-10, 10), dice.between(224, 236));
            }
        }
        building(scene, dice.between(190, 210));
        front(garden, dice);
        return Png.encode(canvas);
    }

    private static void building(Scene scene, double x) {
        switch (scene.dice.below(5)) {
            case 0, 1 -> new GabledHouse(scene, x).draw();
            case 2 -> new JapaneseHouse(scene, x).draw();
            case 3 -> new ApartmentBlock(scene, x).draw();
            default -> new ModernHouse(scene, x).draw();
        }
    }

    private static void front(Garden garden, Dice dice) {
        if (dice.chance(30)) {
            garden.fence(4, 92, 256);
        }
        if (dice.chance(30)) {
            garden.fence(308, 398, 256);
        }
        int bushes = dice.between(1, 4);
        for (int i = 0; i < bushes; i++) {
            garden.bush(dice.one(List.of(40, 84, 116, 284, 316, 360)) + dice.between(-8, 8), dice.between(244, 258));
        }
        if (dice.chance(25)) {
            garden.tree(dice.one(List.of(24, 376)), dice.between(256, 266));
        }
        if (dice.chance(25)) {
            garden.bicycle(dice.one(List.of(96, 304)), 262);
        }
        if (dice.chance(30)) {
            garden.mailbox(dice.one(List.of(130, 270)), 262);
        }
    }
}
