package isuumo.chair;

import java.util.Arrays;

/** The two shortest sides of a chair in centimetres: what a door must let through. */
public record ShortSides(int shortest, int second) {
    static ShortSides of(int height, int width, int depth) {
        int[] sides = {height, width, depth};
        Arrays.sort(sides);
        return new ShortSides(sides[0], sides[1]);
    }
}
