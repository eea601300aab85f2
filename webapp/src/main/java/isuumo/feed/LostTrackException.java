package isuumo.feed;

/** The row events do not tell what the tables hold now; only a build from the rows themselves does. */
final class LostTrackException extends Exception {
    private static final long serialVersionUID = 1L;

    LostTrackException(String message) {
        super(message);
    }
}
