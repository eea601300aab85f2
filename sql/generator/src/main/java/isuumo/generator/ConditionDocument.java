package isuumo.generator;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.ArrayList;
import java.util.List;

/** The search condition documents, served as they are. The JSON keys are the records' components, in order. */
final class ConditionDocument {
    private static final int UNBOUNDED = -1;
    private static final int[] LENGTH_SPLITS_CM = {80, 110, 150};
    private static final int[] PRICE_SPLITS_YEN = {3_000, 6_000, 9_000, 12_000, 15_000};
    private static final int[] RENT_SPLITS_YEN = {50_000, 100_000, 150_000};

    private ConditionDocument() {}

    record ChairConditions(Ranges height, Ranges width, Ranges depth, Ranges price, Choice color, Choice feature,
            Choice kind) {}

    record EstateConditions(Ranges doorWidth, Ranges doorHeight, Ranges rent, Choice feature) {}

    record Ranges(String prefix, String suffix, List<Range> ranges) {}

    /** {@code min <= value < max}; -1 on a side: unbounded. */
    @JsonPropertyOrder({"id", "min", "max"})
    record Range(int id, int min, int max) {}

    record Choice(List<String> list) {}

    static ChairConditions chairs() {
        Ranges lengths = split("cm", LENGTH_SPLITS_CM);
        return new ChairConditions(lengths, lengths, lengths, split("円", PRICE_SPLITS_YEN),
                new Choice(ChairLook.COLORS.stream().map(ChairLook.Color::name).toList()),
                new Choice(ChairMaker.FEATURES),
                new Choice(ChairLook.KINDS.stream().map(ChairLook.Kind::name).toList()));
    }

    static EstateConditions estates() {
        Ranges lengths = split("cm", LENGTH_SPLITS_CM);
        return new EstateConditions(lengths, lengths, split("円", RENT_SPLITS_YEN), new Choice(EstateMaker.FEATURES));
    }

    private static Ranges split(String suffix, int[] splits) {
        List<Range> ranges = new ArrayList<>();
        for (int id = 0; id <= splits.length; id++) {
            ranges.add(
                    new Range(id, id == 0 ? UNBOUNDED : splits[id - 1], id == splits.length ? UNBOUNDED : splits[id]));
        }
        return new Ranges("", suffix, ranges);
    }
}
