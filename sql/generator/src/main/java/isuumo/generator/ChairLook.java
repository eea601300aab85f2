package isuumo.generator;

import isuumo.generator.picture.ChairShape;
import java.util.List;
import java.util.Optional;

/**
 * What picture {@code n} shows: its kind of chair and, for most, its colour.
 *
 * <p>Pictures and colours must both be uniform, and a red chair should look red. So the 1,000 pictures hold as many whole
 * rounds of the 48 pairs of kind and colour as fit (960); the remaining 40 show chairs of many colours, and their chairs'
 * colour is drawn freely.
 *
 * @param color empty: many colours
 */
record ChairLook(Kind kind, Optional<Color> color) {
    static final List<Kind> KINDS = WordList.read("chair/kinds.txt").stream().map(Kind::parse).toList();
    static final List<Color> COLORS = WordList.read("chair/colors.txt").stream().map(Color::parse).toList();

    /** A kind's name and the shape it is drawn in. */
    record Kind(String name, ChairShape shape) {
        static Kind parse(String line) {
            String[] fields = line.split("\t");
            return new Kind(fields[0], ChairShape.valueOf(fields[1]));
        }
    }

    /** A colour's name and the 0xRRGGBB it is drawn in. */
    record Color(String name, int rgb) {
        static Color parse(String line) {
            String[] fields = line.split("\t");
            return new Color(fields[0], Integer.parseInt(fields[1], 16));
        }
    }

    static ChairLook of(int n) {
        int pairs = KINDS.size() * COLORS.size();
        boolean inWholeRound = n < Limits.THUMBNAILS / pairs * pairs;
        Kind kind = KINDS.get(n % KINDS.size());
        return new ChairLook(kind,
                inWholeRound ? Optional.of(COLORS.get(n / KINDS.size() % COLORS.size())) : Optional.empty());
    }
}
