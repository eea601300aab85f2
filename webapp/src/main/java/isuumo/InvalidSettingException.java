package isuumo;

/** A variable is missing, unknown or has a value that cannot be used. */
public final class InvalidSettingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidSettingException(String message) {
        super(message);
    }
}
