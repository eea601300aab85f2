package isuumo.bench.data;

/** What chairs and estates have in common. Popularity orders searches and is never sent. */
public sealed interface Item permits Chair, Estate {
    int id();

    int popularity();

    String features();

    /** Whether every field that is sent is equal; popularity and stock are not sent. */
    boolean sameOnWire(Item other);
}
