package isuumo.bench.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import isuumo.bench.data.Chair;
import isuumo.bench.data.Conditions;
import isuumo.bench.data.DataSet;
import isuumo.bench.data.Estate;
import isuumo.bench.data.Json;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** A small data set in memory, of the same shape as the real one; the seed decides every value. */
public final class SmallData {
    private static final int ROWS = 400;
    private static final int DRAFTS = 12;
    private static final int FILES = 3;
    private static final List<String> COLORS = List.of("黒", "白", "赤", "blue \"navy\"");
    private static final List<String> KINDS = List.of("座椅子", "ハンモック");
    private static final List<String> FEATURES = List.of("肘掛け", "キャスター", "DIY可", "ペット可");

    private final SplittableRandom random;

    private SmallData(long seed) {
        this.random = new SplittableRandom(seed);
    }

    public static DataSet of(long seed) {
        SmallData maker = new SmallData(seed);
        JsonNode chairDocument = chairDocument();
        JsonNode estateDocument = estateDocument();
        int verify = ROWS + 1;
        int load = verify + DRAFTS;
        return new DataSet(maker.chairs(1, ROWS), maker.estates(1, ROWS), maker.verifyChairs(verify),
                maker.estates(verify, DRAFTS),
                IntStream.range(0, FILES).mapToObj(i -> maker.chairs(load + i * DRAFTS, DRAFTS)).toList(),
                IntStream.range(0, FILES).mapToObj(i -> maker.estates(load + i * DRAFTS, DRAFTS)).toList(),
                chairDocument, estateDocument, Json.MAPPER.convertValue(chairDocument, Conditions.OfChairs.class),
                Json.MAPPER.convertValue(estateDocument, Conditions.OfEstates.class));
    }

    private List<Chair> verifyChairs(int from) {
        List<Chair> drafts = new java.util.ArrayList<>(chairs(from, DRAFTS));
        drafts.set(0, drafts.getFirst().withStock(1));
        return List.copyOf(drafts);
    }

    private List<Chair> chairs(int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(id -> new Chair(id, "イス " + id, "説明, \"引用\"\nと改行 " + id, "/images/chair/" + id + ".png",
                        between(1000, 20000), between(30, 200), between(30, 200), between(30, 200), any(COLORS),
                        random.nextBoolean() ? "" : any(FEATURES), any(KINDS), between(3000, 5000), between(1, 4)))
                .toList();
    }

    private List<Estate> estates(int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(id -> new Estate(id, "/images/estate/" + id + ".png", "物件 " + id, "説明 " + id,
                        random.nextDouble(33, 37), random.nextDouble(134, 141), "東京都, " + id,
                        between(30000, 200000), between(30, 200), between(30, 200),
                        random.nextBoolean() ? "" : any(FEATURES), between(3000, 5000)))
                .toList();
    }

    private int between(int from, int to) {
        return random.nextInt(from, to + 1);
    }

    private String any(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }

    private static JsonNode chairDocument() {
        ObjectNode document = Json.MAPPER.createObjectNode();
        for (String name : List.of("height", "width", "depth")) {
            document.set(name, ranges("cm", 80, 110, 150));
        }
        document.set("price", ranges("円", 3000, 6000, 9000, 12000, 15000));
        document.set("color", words(COLORS));
        document.set("feature", words(FEATURES));
        document.set("kind", words(KINDS));
        return document;
    }

    private static JsonNode estateDocument() {
        ObjectNode document = Json.MAPPER.createObjectNode();
        document.set("doorWidth", ranges("cm", 80, 110, 150));
        document.set("doorHeight", ranges("cm", 80, 110, 150));
        document.set("rent", ranges("円", 50000, 100000, 150000));
        document.set("feature", words(FEATURES));
        return document;
    }

    private static ObjectNode ranges(String suffix, int... cuts) {
        ObjectNode node = Json.MAPPER.createObjectNode().put("prefix", "").put("suffix", suffix);
        for (int i = 0; i <= cuts.length; i++) {
            node.withArray("ranges").addObject().put("id", i).put("min", i == 0 ? -1 : cuts[i - 1]).put("max",
                    i == cuts.length ? -1 : cuts[i]);
        }
        return node;
    }

    private static ObjectNode words(List<String> words) {
        ObjectNode node = Json.MAPPER.createObjectNode();
        words.forEach(node.withArray("list")::add);
        return node;
    }
}
