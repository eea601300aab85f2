package isuumo.table;

import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;

/**
 * A column of a table: what fits into it, and how a row's value is got.
 *
 * @param <R> the table's row
 */
public sealed interface Column<R> {
    /** In SQL and in row events, like {@code door_height}. */
    String name();

    /** In JSON and in what is said about CSV, like {@code doorHeight}. */
    default String key() {
        StringBuilder key = new StringBuilder();
        for (String word : name().split("_")) {
            key.append(key.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return key.toString();
    }

    /**
     * INTEGER.
     *
     * @param isStock how many there are of a thing: never negative, and a row without any is not shown
     */
    record Whole<R>(String name, boolean isStock, ToIntFunction<R> of) implements Column<R> {}

    /** DOUBLE, from {@code -max} to {@code max}. */
    record Real<R>(String name, double max, ToDoubleFunction<R> of) implements Column<R> {}

    /** VARCHAR({@code maxChars}), counted in code points. */
    record Text<R>(String name, int maxChars, Function<R, String> of) implements Column<R> {}

    static <R> Column<R> whole(String name, ToIntFunction<R> of) {
        return new Whole<>(name, false, of);
    }

    static <R> Column<R> stock(String name, ToIntFunction<R> of) {
        return new Whole<>(name, true, of);
    }

    static <R> Column<R> real(String name, double max, ToDoubleFunction<R> of) {
        return new Real<>(name, max, of);
    }

    static <R> Column<R> text(String name, int maxChars, Function<R, String> of) {
        return new Text<>(name, maxChars, of);
    }
}
