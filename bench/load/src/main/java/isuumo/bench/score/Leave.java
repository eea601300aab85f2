package isuumo.bench.score;

/** The user lost patience with a slow page and left: no error, no score. */
public final class Leave extends Exception {
    private static final long serialVersionUID = 1L;

    public Leave(String page) {
        super(page, null, false, false);
    }
}
