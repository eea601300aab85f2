package isuumo.catalog;

import isuumo.gzip.Part;
import isuumo.segment.Item;
import isuumo.table.Column;
import isuumo.table.Table;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * One kind of item: its table, what a catalog keeps of a row, and by what that is searched.
 *
 * @param article of its name, at the start of a sentence
 * @param item what is kept of a row
 * @param form in which an item is written down
 * @param json the item's
 * @param price by which the cheapest are listed
 * @param ranges conditions, in the contract's order
 * @param values conditions that come after them
 * @param features tokens of a comma-separated text, the last condition
 */
public record Kind<R, T extends Item>(String article, Table<R> table, Function<R, T> item, ItemForm<T> form,
        Function<T, Part> json,
        ToIntFunction<T> price, List<Ranged<T>> ranges, List<Valued<T>> values, Function<T, String[]> features) {

    static final String FEATURES = "features";

    /** A number that lies in one of the ranges of the condition document. */
    public record Ranged<T>(String key, String parameter, ToIntFunction<T> of) {
        public Ranged(String key, ToIntFunction<T> of) {
            this(key, key + "RangeId", of);
        }
    }

    /** A text that is the same as the parameter's. */
    public record Valued<T>(String parameter, Function<T, String> of) {}

    /** The columns whose texts are looked up. */
    List<Column.Text<R>> searched() {
        return table.columns().stream().<Column.Text<R>>mapMulti((column, texts) -> {
            if (column instanceof Column.Text<R> text && (text.key().equals(FEATURES)
                    || values.stream().anyMatch(valued -> valued.parameter().equals(text.key())))) {
                texts.accept(text);
            }
        }).toList();
    }

    /** What of such a text is looked up. */
    String[] words(Column.Text<R> column, String text) {
        return column.key().equals(FEATURES) ? text.split(",", -1) : new String[]{text};
    }

    String name() {
        return table.name();
    }

    /** Of many, in JSON. */
    String plural() {
        return table.name() + "s";
    }

    Comparator<T> cheapestFirst() {
        return Comparator.comparingInt(price).thenComparingInt(Item::id);
    }
}
