package isuumo.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rows of the full data set against the rules of their distributions; the bounds are four standard deviations or more. */
class ItemsTest {
    private static final int ROWS = Options.DEFAULT_ROWS;
    private static final List<Chair> CHAIRS = items(new ChairMaker(Options.DEFAULT_SEED));
    private static final List<Estate> ESTATES = items(new EstateMaker(Options.DEFAULT_SEED));

    private static <T> List<T> items(ItemMaker<T> maker) {
        return IntStream.rangeClosed(1, ROWS).mapToObj(maker::item).toList();
    }

    @Test
    void numbersAreUniformInTheirRanges() {
        assertUniform(CHAIRS, Chair::price, 1_000, 20_000);
        assertUniform(CHAIRS, Chair::height, 30, 200);
        assertUniform(CHAIRS, Chair::width, 30, 200);
        assertUniform(CHAIRS, Chair::depth, 30, 200);
        assertUniform(CHAIRS, Chair::popularity, 3_000, 1_000_000);
        assertUniform(CHAIRS, Chair::stock, 1, 10);
        assertUniform(ESTATES, Estate::rent, 30_000, 200_000);
        assertUniform(ESTATES, Estate::doorHeight, 30, 200);
        assertUniform(ESTATES, Estate::doorWidth, 30, 200);
        assertUniform(ESTATES, Estate::popularity, 3_000, 1_000_000);
    }

    private static <T> void assertUniform(List<T> items, ToDoubleFunction<T> value, int min, int max) {
        double[] sorted = items.stream().mapToDouble(value).sorted().toArray();
        double span = max - min;
        assertTrue(sorted[0] >= min && sorted[0] <= min + span / 1_000, "least " + sorted[0]);
        assertTrue(sorted[ROWS - 1] <= max && sorted[ROWS - 1] >= max - span / 1_000, "greatest " + sorted[ROWS - 1]);
        assertEquals((min + max) / 2.0, Arrays.stream(sorted).average().orElseThrow(), span * 0.007);
        assertEquals(0.25, Arrays.stream(sorted).filter(x -> x < min + (span + 1) / 4).count() / (double) ROWS,
                max - min < 10 ? 0.06 : 0.011);
    }

    @Test
    void choicesAreUniform() {
        assertEvenShares(CHAIRS, Chair::color, 12, 0.15);
        assertEvenShares(CHAIRS, Chair::kind, 4, 0.05);
        assertEvenShares(CHAIRS, Chair::thumbnail, 1_000, 0.9);
        assertEvenShares(ESTATES, Estate::thumbnail, 1_000, 0.9);
        assertEvenShares(CHAIRS, Chair::description, 1_000, 0.9);
        assertEvenShares(ESTATES, Estate::description, 1_000, 0.9);
        assertEquals(12 * 12 * 11, counts(CHAIRS.stream().map(Chair::name)).size());
        assertEquals(12 * 12 * 11, counts(ESTATES.stream().map(Estate::name)).size());
    }

    private static <T> void assertEvenShares(List<T> items, Function<T, String> value, int distinct, double tolerance) {
        Map<String, Long> counts = counts(items.stream().map(value));
        assertEquals(distinct, counts.size());
        double share = ROWS / (double) distinct;
        counts.forEach((name, count) -> assertEquals(share, count, share * tolerance, name));
    }

    private static Map<String, Long> counts(Stream<String> values) {
        return values.collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    @Test
    void zeroToThreeDistinctFeaturesOfFiftyEachEquallyLikely() {
        assertFeatures(CHAIRS.stream().map(Chair::features).toList(), ChairMaker.FEATURES);
        assertFeatures(ESTATES.stream().map(Estate::features).toList(), EstateMaker.FEATURES);
    }

    private static void assertFeatures(List<String> joined, List<String> all) {
        int[] sizes = new int[4];
        for (String features : joined) {
            List<String> words = features.isEmpty() ? List.of() : List.of(features.split(","));
            assertEquals(words.size(), Set.copyOf(words).size(), features);
            assertTrue(all.containsAll(words), features);
            assertTrue(features.length() <= 64, features);
            sizes[words.size()]++;
        }
        for (int size : sizes) {
            assertEquals(ROWS / 4.0, size, 320);
        }
        assertEquals(50, Set.copyOf(all).size());
        assertTrue(all.stream().noneMatch(word -> word.contains(",")));
        long contained = all.stream().filter(a -> all.stream().anyMatch(b -> !b.equals(a) && b.contains(a))).count();
        assertTrue(contained >= 8, "features inside other features: " + contained);
    }

    @Test
    void estatesLieAroundTheCityOfTheirAddress() {
        double squares = 0;
        int inland = 0;
        for (Estate estate : ESTATES) {
            EstateMaker.City city = EstateMaker.CITIES.stream().filter(c -> estate.address().startsWith(c.name()))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(estate.address()));
            double north = estate.latitude() - city.latitude();
            double east = estate.longitude() - city.longitude();
            assertTrue(Math.abs(north) < 2 && Math.abs(east) < 2, estate.toString());
            if (city.name().equals("北海道旭川市")) {
                squares += north * north + east * east;
                inland++;
            }
        }
        assertEquals(0.3, Math.sqrt(squares / (2.0 * inland)), 0.02, "around a city far from any sea or border");
        assertEquals(30, counts(ESTATES.stream().map(e -> e.address().replaceAll("市.*|区.*", ""))).size());
    }

    @Test
    void estatesLieOnLandInThePrefectureOfTheirAddress() {
        for (Estate estate : ESTATES) {
            String prefecture = EstateMaker.PREFECTURES.of(estate.address());
            assertTrue(EstateMaker.PREFECTURES.contains(prefecture, estate.latitude(), estate.longitude()),
                    estate.toString());
        }
    }

    @Test
    void coordinatesHaveNoExponentAndParseBack() {
        for (Estate estate : ESTATES) {
            String text = Double.toString(estate.latitude()) + Double.toString(estate.longitude());
            assertTrue(text.matches("[0-9.]+"), text);
        }
    }

    @Test
    void aThousandDescriptionsOfAboutSixtyTwoCharacters() {
        for (Stream<String> all : List.of(CHAIRS.stream().map(Chair::description),
                ESTATES.stream().map(Estate::description))) {
            List<String> lines = all.distinct().toList();
            assertEquals(1_000, lines.size());
            assertEquals(62, lines.stream().mapToInt(String::length).average().orElseThrow(), 5);
            int longest = lines.stream().mapToInt(String::length).max().orElseThrow();
            assertTrue(longest > 180 && longest < 500, "longest " + longest);
            assertTrue(lines.stream().noneMatch(line -> line.matches(".*[{}\\[\\]\\n].*")), "a slot was left open");
        }
    }

    @Test
    void textsFitTheirColumns() {
        Stream.concat(CHAIRS.stream().map(Chair::name), ESTATES.stream().map(Estate::name))
                .forEach(name -> assertTrue(name.length() <= 64, name));
        ESTATES.forEach(estate -> assertTrue(estate.address().length() <= 128 && estate.thumbnail().length() <= 128));
        CHAIRS.forEach(chair -> assertTrue(chair.thumbnail().matches("/images/chair/[0-9a-f]{64}\\.png")));
        ESTATES.forEach(estate -> assertTrue(estate.thumbnail().matches("/images/estate/[0-9a-f]{64}\\.png")));
    }

    @Test
    void someTextsNeedEscapingInSqlAndCsv() {
        assertTrue(ESTATES.stream().anyMatch(estate -> estate.name().contains("'")));
        assertTrue(CHAIRS.stream().anyMatch(chair -> chair.description().contains("\"")));
        assertTrue(CHAIRS.stream().anyMatch(chair -> chair.description().contains("%")));
    }

    @Test
    void aChairHasTheColourAndKindOfItsPicture() {
        List<String> hashes = Thumbnails.of("chair", Options.DEFAULT_SEED).hashes();
        Set<String> freeColours = new HashSet<>();
        for (Chair chair : CHAIRS) {
            ChairLook look = ChairLook.of(hashes.indexOf(chair.thumbnail().substring(14, 78)));
            assertEquals(look.kind().name(), chair.kind());
            look.color().ifPresentOrElse(color -> assertEquals(color.name(), chair.color()),
                    () -> freeColours.add(chair.color()));
        }
        assertEquals(12, freeColours.size());
    }
}
