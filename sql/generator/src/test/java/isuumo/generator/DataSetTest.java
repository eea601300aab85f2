package isuumo.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataSetTest {
    private static final Options SMALL = Options.defaults().withRows(600, 700).withoutImages();
    /** When this must change, {@link DataSet#VERSION} must go up, or old directories pass for new ones. */
    private static final String SMALL_SHA256 = "058bbb62f7f5e5c2f137be6e50462149e365f78901e2ebf2c53b4fbe1806b632";

    private static final List<String> CHAIR_KEYS = List.of("id", "name", "description", "thumbnail", "price", "height",
            "width", "depth", "color", "features", "kind", "popularity", "stock");
    private static final List<String> ESTATE_KEYS = List.of("id", "thumbnail", "name", "description", "latitude",
            "longitude", "address", "rent", "doorHeight", "doorWidth", "features", "popularity");

    @TempDir
    private static Path directory;

    @BeforeAll
    static void makeOnce() throws IOException {
        assertEquals(DataSet.Outcome.MADE, DataSet.generate(directory, SMALL));
    }

    @Test
    void theBytesArePinned() throws Exception {
        assertEquals(SMALL_SHA256, Digests.ofAll(Digests.ofFiles(directory)));
    }

    @Test
    void oneThreadOrManyTheSameBytes(@TempDir Path one, @TempDir Path many) throws Exception {
        DataSet.generate(one, SMALL, Progress.silent(), 1);
        DataSet.generate(many, SMALL, Progress.silent(), 7);
        SortedMap<String, String> sums = Digests.ofFiles(one);
        assertEquals(50, sums.size());
        assertEquals(sums, Digests.ofFiles(many));
        assertEquals(sums, Digests.ofFiles(directory));
    }

    @Test
    void anotherSeedGivesOtherDataInEveryFileButTheFixedOnes(@TempDir Path other) throws Exception {
        DataSet.generate(other, SMALL.withSeed(11));
        SortedMap<String, String> sums = Digests.ofFiles(other);
        Digests.ofFiles(directory).forEach((path, sum) -> {
            boolean fixed = path.endsWith("_condition.json") || path.equals("0_Schema.sql");
            assertEquals(fixed, sum.equals(sums.get(path)), path);
        });
    }

    @Test
    void aSmallSetIsTheBeginningOfALargerOne(@TempDir Path larger) throws IOException {
        DataSet.generate(larger, SMALL.withRows(800, 800));
        assertEquals(read("result/chair_json.txt"), lines(larger.resolve("result/chair_json.txt")).subList(0, 600));
        assertNotEquals(read("result/verify_draft_chair.txt"), lines(larger.resolve("result/verify_draft_chair.txt")));
    }

    @Test
    void idsRunFromTheRowsThroughTheVerificationDraftsToTheLastDraftFile() throws IOException {
        for (String kind : List.of("chair", "estate")) {
            List<String> all = new ArrayList<>(read("result/" + kind + "_json.txt"));
            assertEquals(kind.equals("chair") ? 600 : 700, all.size());
            List<String> verify = read("result/verify_draft_" + kind + ".txt");
            assertEquals(500, verify.size());
            all.addAll(verify);
            for (int n = 0; n < 20; n++) {
                List<String> drafts = read("result/draft_data/" + kind + "/" + n + ".txt");
                assertEquals(500, drafts.size());
                all.addAll(drafts);
            }
            for (int i = 0; i < all.size(); i++) {
                assertEquals(i + 1, json(all.get(i)).get("id").intValue());
            }
        }
    }

    @Test
    void theFirstVerificationChairIsTheLastOfItsKind() throws IOException {
        List<String> drafts = read("result/verify_draft_chair.txt");
        assertEquals(1, json(drafts.getFirst()).get("stock").intValue());
        assertTrue(drafts.stream().anyMatch(line -> json(line).get("stock").intValue() > 1));
    }

    @Test
    void keysComeInTheDocumentedOrder() throws IOException {
        for (String line : read("result/chair_json.txt")) {
            assertEquals(CHAIR_KEYS, keys(json(line)));
        }
        for (String line : read("result/draft_data/estate/19.txt")) {
            assertEquals(ESTATE_KEYS, keys(json(line)));
        }
    }

    @Test
    void sqlAndTruthAgreeToTheLastBit() throws IOException {
        assertSqlHolds("2_DummyChairData.sql", "result/chair_json.txt",
                "isuumo.chair (id, name, description, thumbnail, price, height, width, depth, color, features, kind, popularity, stock)",
                2);
        assertSqlHolds("1_DummyEstateData.sql", "result/estate_json.txt",
                "isuumo.estate (id, name, description, thumbnail, address, latitude, longitude, rent, door_height, door_width, features, popularity)",
                2);
    }

    private static void assertSqlHolds(String sqlFile, String truthFile, String target, int statements)
            throws IOException {
        String sql = Files.readString(directory.resolve(sqlFile));
        String[] parts = sql.split(Pattern.quote("INSERT INTO " + target + " VALUES "), -1);
        assertEquals("", parts[0]);
        assertEquals(statements, parts.length - 1);
        String[] columns = target.substring(target.indexOf('(') + 1, target.length() - 1).split(", ");
        Matcher values = Pattern.compile("'((?:[^'\\\\]|''|\\\\.)*)'").matcher(sql);
        for (String line : read(truthFile)) {
            JsonNode truth = json(line);
            for (String column : columns) {
                assertTrue(values.find());
                String key = column.equals("door_height")
                        ? "doorHeight"
                        : column.equals("door_width") ? "doorWidth" : column;
                assertEquals(truth.get(key).asText(), values.group(1).replace("''", "'").replace("\\\\", "\\"), line);
                if (truth.get(key).isDouble()) {
                    assertTrue(line.contains("\"" + key + "\":" + values.group(1) + ","), line);
                }
            }
        }
        assertTrue(!values.find() && sql.endsWith(");"));
    }

    @Test
    void conditionDocumentsHaveTheDocumentedRangesAndLists() throws IOException {
        JsonNode chair = json(Files.readString(directory.resolve("chair_condition.json")));
        assertEquals(List.of("height", "width", "depth", "price", "color", "feature", "kind"), keys(chair));
        String lengths = ranges("cm", -1, 80, 110, 150, -1);
        assertEquals(lengths, chair.get("height").toString());
        assertEquals(lengths, chair.get("width").toString());
        assertEquals(lengths, chair.get("depth").toString());
        assertEquals(ranges("円", -1, 3_000, 6_000, 9_000, 12_000, 15_000, -1), chair.get("price").toString());
        assertEquals(List.of(12, 50, 4),
                List.of(listSize(chair, "color"), listSize(chair, "feature"), listSize(chair, "kind")));
        JsonNode estate = json(Files.readString(directory.resolve("estate_condition.json")));
        assertEquals(List.of("doorWidth", "doorHeight", "rent", "feature"), keys(estate));
        assertEquals(lengths, estate.get("doorWidth").toString());
        assertEquals(lengths, estate.get("doorHeight").toString());
        assertEquals(ranges("円", -1, 50_000, 100_000, 150_000, -1), estate.get("rent").toString());
        assertEquals(50, listSize(estate, "feature"));
    }

    private static int listSize(JsonNode document, String key) {
        return document.get(key).get("list").size();
    }

    private static String ranges(String suffix, int... splits) {
        StringBuilder json = new StringBuilder("{\"prefix\":\"\",\"suffix\":\"" + suffix + "\",\"ranges\":[");
        for (int id = 0; id < splits.length - 1; id++) {
            json.append(id == 0 ? "" : ",").append(
                    "{\"id\":" + id + ",\"min\":" + splits[id] + ",\"max\":" + splits[id + 1] + "}");
        }
        return json.append("]}").toString();
    }

    @Test
    void theSchemaIsTheRepositorysOwn() throws IOException {
        assertEquals(Files.readString(Path.of("../schema/0_Schema.sql")),
                Files.readString(directory.resolve("0_Schema.sql")));
    }

    @Test
    void theFullSetHas59StatementsOfEachKind() throws IOException {
        StringBuilder sql = new StringBuilder();
        SqlInserts.CHAIRS.write(sql, Options.DEFAULT_ROWS, new ChairMaker(Options.DEFAULT_SEED)::item);
        assertEquals(59, sql.toString().split("INSERT INTO isuumo.chair ", -1).length - 1);
    }

    private static List<String> keys(JsonNode node) {
        List<String> keys = new ArrayList<>();
        node.fieldNames().forEachRemaining(keys::add);
        assertEquals(keys.size(), new TreeSet<>(keys).size());
        return keys;
    }

    private static List<String> read(String path) throws IOException {
        return lines(directory.resolve(path));
    }

    private static List<String> lines(Path path) throws IOException {
        return Files.readAllLines(path, StandardCharsets.UTF_8);
    }

    private static JsonNode json(String text) {
        try {
            return JsonMapper.builder().build().readTree(text);
        } catch (IOException e) {
            throw new AssertionError(text, e);
        }
    }
}
