package isuumo.segment;

import isuumo.index.RankOrder;
import java.util.Comparator;

/** What a catalog keeps of a row. Immutable. */
public interface Item {
    /** The order of the items of a segment, and of every list but the cheapest. */
    Comparator<Item> RANK = RankOrder.by(Item::popularity, Item::id);

    /** No two items that are there at the same time have the same. */
    int id();

    int popularity();
}
