package isuumo.catalog;

import isuumo.http.JsonList;
import isuumo.segment.Item;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a first catalog is made of, but for its indexes.
 *
 * @param items in any order
 * @param soldOut ids of those that are not shown, each with {@code false}
 * @param list by which lists of them are compressed
 */
record Contents<T extends Item>(List<T> items, Map<Integer, Boolean> soldOut, JsonList list) {

    /** Of rows, in any order: encodes each. */
    static <R, T extends Item, E extends Exception> Contents<T> of(Kind<R, T> kind, Rows<R, E> rows) throws E {
        List<T> items = new ArrayList<>();
        Map<Integer, Boolean> soldOut = new HashMap<>();
        rows.forEach(row -> {
            items.add(kind.item().apply(row));
            if (!kind.table().inStock(row)) {
                soldOut.put(kind.table().id(row), false);
            }
        });
        return new Contents<>(items, soldOut, JsonList.learn(kind.plural(), items.stream().map(kind.json()).toList()));
    }

    /** What {@link #write} wrote: encodes nothing, and learns nothing. */
    static <T extends Item> Contents<T> read(Kind<?, T> kind, DataInput in) throws IOException {
        JsonList list = JsonList.read(kind.plural(), in);
        int size = in.readInt();
        ItemInput input = new ItemInput(in);
        List<T> items = new ArrayList<>(size);
        Map<Integer, Boolean> soldOut = new HashMap<>();
        for (int i = 0; i < size; i++) {
            boolean shown = input.flag();
            T item = kind.form().read(input);
            items.add(item);
            if (!shown) {
                soldOut.put(item.id(), false);
            }
        }
        return new Contents<>(items, soldOut, list);
    }

    void write(Kind<?, T> kind, DataOutput out) throws IOException {
        list.write(out);
        out.writeInt(items.size());
        ItemOutput output = new ItemOutput(out);
        for (T item : items) {
            output.flag(!soldOut.containsKey(item.id()));
            kind.form().write(item, output);
        }
    }
}
