package isuumo.http;

import java.io.IOException;
import java.io.OutputStream;

/** A JSON text, made in the form that it is sent in: plain, or compressed for those who take it so. Thread-safe. */
public interface JsonText {
    /** UTF-8; not to be written to. */
    byte[] plain();

    /** The same bytes, piece by piece: for a long text, which is never in memory as a whole. */
    void writeTo(OutputStream out) throws IOException;

    /** How many bytes {@link #plain} has. */
    int length();

    /** Whether they are so many at least. */
    boolean isAtLeast(int bytes);

    /** The same as a gzip member; not to be written to. */
    byte[] gzip();
}
