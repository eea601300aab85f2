package isuumo.store;

/** A row's id exists already; nothing of the upload was stored. */
public final class DuplicateIdException extends Exception {
    private static final long serialVersionUID = 1L;

    public DuplicateIdException(String message, Throwable cause) {
        super(message, cause);
    }
}
