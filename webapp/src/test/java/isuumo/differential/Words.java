package isuumo.differential;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Comma-separated words to search features for: whole ones, parts, wildcards of SQL, empty ones. */
final class Words {
    /** Features that the data set has none of: each has something that SQL, CSV, JSON or URLs treat specially. */
    static final List<String> UNUSUAL = List.of("100%", "100", "a_b", "axb", "a\\b", "a\\\\b", "\\", "%", "_",
            "'quoted'",
            "\"double\"", " blank ", "ＡＢＣ", "abc", "ABC", "ｱｲｳ", "アイウ", "😀", "😀😁", "é", "e\u0301", "ß", "+&=#?/");

    private final List<String> features;

    /** @param texts the features of all rows, each a comma-joined text */
    Words(List<String> texts) {
        features = texts.stream().flatMap(text -> List.of(text.split(",")).stream()).filter(word -> !word.isEmpty())
                .distinct().sorted().toList();
    }

    String random(RandomGenerator random) {
        return IntStream.rangeClosed(0, random.nextInt(3)).mapToObj(_ -> word(random)).collect(Collectors.joining(","))
                + (random.nextInt(8) == 0 ? "," : "");
    }

    private String word(RandomGenerator random) {
        String feature = Cases.oneOf(random, features);
        return switch (random.nextInt(8)) {
            case 0, 1 -> feature;
            case 2, 3 -> part(random, feature);
            case 4, 5 -> Cases.oneOf(random, UNUSUAL);
            case 6 -> part(random, Cases.oneOf(random, UNUSUAL));
            default -> random.nextBoolean() ? "" : "no such feature";
        };
    }

    /** Of whole code points. */
    private static String part(RandomGenerator random, String word) {
        int[] points = word.codePoints().toArray();
        int start = random.nextInt(points.length);
        return new String(points, start, 1 + random.nextInt(points.length - start));
    }

    /** Up to three of the unusual ones. */
    static String unusual(RandomGenerator random) {
        return IntStream.range(0, random.nextInt(4)).mapToObj(_ -> Cases.oneOf(random, UNUSUAL)).distinct()
                .collect(Collectors.joining(","));
    }
}
