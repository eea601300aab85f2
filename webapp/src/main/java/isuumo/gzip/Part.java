package isuumo.gzip;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * A text that is part of others, coded when the first of them is compressed. Thread-safe; compressed by one
 * {@link GzipCoder} only.
 */
public final class Part {
    private static final VarHandle CODED;

    static {
        try {
            CODED = MethodHandles.lookup().findVarHandle(Part.class, "coded", long[].class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final byte[] text;
    /**
     * Null until it is asked for; two threads may both make it, with the same result. Not kept where it is longer than the
     * text: characters that no sample had may take four times their bytes.
     */
    private long[] coded;

    /** @param text not to be written to any more */
    public Part(byte[] text) {
        this.text = text;
    }

    /** Not to be written to. */
    public byte[] text() {
        return text;
    }

    long[] coded(TextCoder coder) {
        long[] made = (long[]) CODED.getAcquire(this);
        if (made == null) {
            made = coder.code(text);
            if ((long) made.length * Long.BYTES <= text.length) {
                CODED.setRelease(this, made);
            }
        }
        return made;
    }
}
