package isuumo.generator.picture;

import isuumo.generator.Dice;
import java.util.OptionalInt;

/** A chair in a room. */
public final class ChairPicture {
    private ChairPicture() {}

    /**
     * Draws a chair.
     *
     * @param color 0xRRGGBB; empty: a chair of many colours
     * @param dice  decides all the rest
     * @return a PNG file of 400 x 300 pixels
     */
    public static byte[] png(ChairShape shape, OptionalInt color, Dice dice) {
        Canvas canvas = new Canvas();
        Upholstery cloth = Upholstery.of(color, dice);
        Room room = new Room(canvas, dice, cloth.part(0));
        room.draw();
        WallDecor wall = new WallDecor(canvas, dice);
        wall.draw(dice.between(56, 74));
        wall.draw(dice.between(326, 344));
        FloorDecor floor = new FloorDecor(canvas, dice);
        floor.draw(dice.between(48, 66), room.floorY + dice.between(14, 26));
        floor.draw(dice.between(334, 352), room.floorY + dice.between(14, 26));
        shape.draw(canvas, cloth, dice);
        return Png.encode(canvas);
    }
}
