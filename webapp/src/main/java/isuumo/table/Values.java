package isuumo.table;

/**
 * A row's values, one after the other, in the order of its table's columns.
 *
 * @param <E> how their source may fail
 */
public interface Values<E extends Exception> {
    int whole() throws E;

    double real() throws E;

    String text() throws E;
}
