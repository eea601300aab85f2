package isuumo.data;

/** The data directory cannot be used; the message names the file and the remedy. */
public final class InvalidDataException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidDataException(String message) {
        super(message);
    }
}
