package isuumo.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** JSON that many ask for while it stays as it is: compressed as well as can be, once, when the first one asks for it. */
public final class KeptJson implements JsonText {
    private final byte[] plain;
    /** Null until it is asked for; two threads may both make it, with the same result. */
    private volatile byte[] gzip;

    public KeptJson(byte[] plain) {
        this.plain = plain;
    }

    @Override
    public byte[] plain() {
        return plain;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        out.write(plain);
    }

    @Override
    public int length() {
        return plain.length;
    }

    @Override
    public boolean isAtLeast(int bytes) {
        return plain.length >= bytes;
    }

    @Override
    public byte[] gzip() {
        byte[] made = gzip;
        if (made == null) {
            made = compressed(plain);
            gzip = made;
        }
        return made;
    }

    private static byte[] compressed(byte[] plain) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes) {
            {
                def.setLevel(Deflater.BEST_COMPRESSION);
            }
        }) {
            out.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
