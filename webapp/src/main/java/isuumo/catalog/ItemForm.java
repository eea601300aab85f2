package isuumo.catalog;

import java.io.IOException;

/** How an item is written down, so that a later start need not make it of its row again. */
public interface ItemForm<T> {
    void write(T item, ItemOutput out) throws IOException;

    /** The same values, in the same order. */
    T read(ItemInput in) throws IOException;
}
