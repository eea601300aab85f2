package isuumo.http;

/** A JSON text, made in the form that it is sent in: plain, or compressed for those who take it so. Thread-safe. */
public interface JsonText {
    /** UTF-8; not to be written to. */
    byte[] plain();

    /** Whether {@link #plain} has so many bytes. */
    boolean isAtLeast(int bytes);

    /** The same as a gzip member; not to be written to. */
    byte[] gzip();
}
