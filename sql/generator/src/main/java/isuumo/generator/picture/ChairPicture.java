package isuumo.generator.picture;

import isuumo.generator.Dice;
import java.util.List;
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
        furnish(canvas, room, dice);
        shape.draw(canvas, cloth, dice);
        return Png.encode(canvas);
    }

    /** One piece on the wall and one on the floor of each side, all different; a lamp has the wall for itself. */
    private static void furnish(Canvas canvas, Room room, Dice dice) {
        WallDecor wall = new WallDecor(canvas, dice);
        FloorDecor floor = new FloorDecor(canvas, dice);
        List<WallDecor.Piece> onWall = dice.distinct(List.of(WallDecor.Piece.values()), 2);
        List<FloorDecor.Piece> onFloor = dice.distinct(List.of(FloorDecor.Piece.values()), 2);
        for (int n = 0; n < 2; n++) {
            int side = n == 0 ? -1 : 1;
            boolean hasLamp = onFloor.get(n) == FloorDecor.Piece.LAMP;
            if (room.isFree(side) && !hasLamp) {
                wall.draw(onWall.get(n), 200 + side * dice.between(126, 144));
            }
            floor.draw(onFloor.get(n), 200 + side * dice.between(134, 152), room.floorY + dice.between(14, 26));
        }
    }
}
