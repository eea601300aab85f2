package isuumo.bench.data;

/** Input that cannot be used; the message is one line for the person who gave it: value, limit, remedy. */
public final class BadData extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BadData(String message) {
        super(message);
    }
}
