package isuumo.chair;

/** What a purchase does, for tests without HTTP. */
public final class ChairWrites {
    private ChairWrites() {}

    public static boolean buy(Chairs chairs, int id) {
        return chairs.buy(id);
    }
}
