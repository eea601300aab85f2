package isuumo.bench.wire;

/** A body that is not what the contract says: no JSON, or JSON of another shape. */
public final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    public Unreadable(String message) {
        super(message, null, false, false);
    }
}
