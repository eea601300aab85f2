package isuumo.generator;

import isuumo.generator.picture.ChairPicture;
import isuumo.generator.picture.HousePicture;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The pictures of the data set: each thumbnail, drawn by the dice of its own hash. */
final class PictureFiles {
    private PictureFiles() {}

    static List<DataFile> of(long seed) {
        Thumbnails chairs = Thumbnails.of("chair", seed);
        Thumbnails estates = Thumbnails.of("estate", seed);
        return IntStream.range(0, Limits.THUMBNAILS).boxed().flatMap(n -> {
            ChairLook look = ChairLook.of(n);
            return Stream.of(file(chairs, n, dice -> ChairPicture.png(look.kind().shape(), rgb(look), dice)),
                    file(estates, n, HousePicture::png));
        }).toList();
    }

    private static DataFile file(Thumbnails thumbnails, int n, Function<Dice, byte[]> draw) {
        return new DataFile(thumbnails.path(n).substring(1),
                out -> out.write(draw.apply(Dice.of(0, thumbnails.hashes().get(n), 0))));
    }

    private static OptionalInt rgb(ChairLook look) {
        return look.color().map(color -> OptionalInt.of(color.rgb())).orElseGet(OptionalInt::empty);
    }
}
