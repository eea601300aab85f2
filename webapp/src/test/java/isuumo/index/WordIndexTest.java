package isuumo.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordIndexTest {
    private static final List<String> FEATURES = List.of("肘掛け", "折りたたみ", "折りたたみ肘掛け", "100%ウール", "a_b", "a\\b", "A", "a",
            "", " ", "𠮷野", "DIY可");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everySubstringOfAFeatureFindsTheRowsOfAScan(long seed) {
        RandomGenerator random = Seeded.random(seed);
        String[] texts = IntStream.range(0, 2_000).mapToObj(_ -> features(random)).toArray(String[]::new);
        WordIndex index = new WordIndex(texts);
        for (String feature : FEATURES) {
            for (int from = 0; from <= feature.length(); from++) {
                for (int to = from; to <= feature.length(); to++) {
                    assertAgrees(index, texts, feature.substring(from, to));
                }
            }
        }
    }

    private static String features(RandomGenerator random) {
        return random.ints(random.nextInt(4), 0, FEATURES.size()).mapToObj(FEATURES::get)
                .collect(Collectors.joining(","));
    }

    private static void assertAgrees(WordIndex index, String[] texts, String word) {
        RowSet rows = index.rows(word);
        for (int row = 0; row < texts.length; row++) {
            assertEquals(texts[row].contains(word), rows.contains(row), "word=" + word + " text=" + texts[row]);
        }
    }

    /** 4,000 texts of their own, and a few of their words in several of them: sparse sets, joined as such. */
    @Test
    void rareFeaturesFindTheRowsOfAScan() {
        String[] texts = IntStream.range(0, 4_000).mapToObj(row -> "棚" + row + ",棚" + row % 3_990)
                .toArray(String[]::new);
        WordIndex index = new WordIndex(texts);
        for (String word : List.of("棚7", "棚39", "棚3999", "99", "棚", "机")) {
            assertAgrees(index, texts, word);
        }
        assertInstanceOf(SparseRows.class, index.rows("棚398"));
        assertInstanceOf(DenseRows.class, index.rows("9"));
    }

    @Test
    void percentAndUnderscoreAreTakenLiterally() {
        WordIndex index = new WordIndex(new String[]{"100%ウール", "100ウール", "a_b", "axb"});
        assertEquals(1, index.rows("%").count());
        assertEquals(1, index.rows("_").count());
        assertEquals(0, index.rows("1%ル").count());
    }

    @Test
    void aFeatureContainedInAnotherFindsBoth() {
        WordIndex index = new WordIndex(new String[]{"肘掛け", "折りたたみ肘掛け", "折りたたみ"});
        assertEquals(2, index.rows("肘掛け").count());
        assertEquals(1, index.rows("折りたたみ肘掛け").count());
    }

    @Test
    void caseMatters() {
        assertEquals(1, new WordIndex(new String[]{"A", "a"}).rows("a").count());
    }

    @Test
    void theEmptyWordIsInEveryTextEvenInAnEmptyOne() {
        assertEquals(3, new WordIndex(new String[]{"", "a", "b,,c"}).rows("").count());
        assertEquals(3, new WordIndex(new String[]{",", ",,", "a,"}).rows("").count());
    }

    @Test
    void emptyWordsOfAListSetNoCondition() {
        WordIndex index = new WordIndex(new String[]{"a,b", "a"});
        assertEquals(2, index.rowsOfEach("a,,b,").size());
        assertEquals(0, index.rowsOfEach(",,").size());
    }

    @Test
    void aWordWithACommaIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new WordIndex(new String[]{"a,b"}).rows("a,b"));
    }
}
