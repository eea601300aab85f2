package isuumo.feed;

/** The row events do not tell what the tables hold now; only a build from the rows themselves does. */
public final class LostTrackException extends Exception {
    private static final long serialVersionUID = 1L;

    public LostTrackException(String message) {
        super(message);
    }
}
