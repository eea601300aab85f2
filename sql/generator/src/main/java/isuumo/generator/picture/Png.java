package isuumo.generator.picture;

import com.jcraft.jzlib.Deflater;
import com.jcraft.jzlib.DeflaterOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Encodes a canvas as a PNG with a palette (PNG specification, third edition: colour type 3, depth 8). */
final class Png {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int BIT_DEPTH = 8;
    private static final int COLOR_TYPE_PALETTE = 3;
    /** Level 9 takes three times as long and saves 6 % (Temurin 25, 100 houses). */
    private static final int COMPRESSION_LEVEL = 6;

    private Png() {}

    static byte[] encode(Canvas canvas) {
        Palette palette = Palette.of(canvas.pixels());
        ByteArrayOutputStream png = new ByteArrayOutputStream(1 << 14);
        try (DataOutputStream out = new DataOutputStream(png)) {
            out.write(SIGNATURE);
            writeChunk(out, "IHDR", header());
            writeChunk(out, "PLTE", colors(palette));
            writeChunk(out, "IDAT", deflate(rows(palette)));
            writeChunk(out, "IEND", new byte[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return png.toByteArray();
    }

    private static byte[] header() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(Canvas.WIDTH);
        out.writeInt(Canvas.HEIGHT);
        out.write(new byte[]{BIT_DEPTH, COLOR_TYPE_PALETTE, 0, 0, 0});
        return bytes.toByteArray();
    }

    private static byte[] colors(Palette palette) {
        byte[] bytes = new byte[3 * palette.colors().length];
        for (int i = 0; i < palette.colors().length; i++) {
            int rgb = palette.colors()[i];
            bytes[3 * i] = (byte) (rgb >> 16);
            bytes[3 * i + 1] = (byte) (rgb >> 8);
            bytes[3 * i + 2] = (byte) rgb;
        }
        return bytes;
    }

    /** Each row begins with its filter's number: 0, none, the best for palettes. */
    private static byte[] rows(Palette palette) {
        byte[] rows = new byte[(Canvas.WIDTH + 1) * Canvas.HEIGHT];
        for (int y = 0; y < Canvas.HEIGHT; y++) {
            System.arraycopy(palette.indexes(), y * Canvas.WIDTH, rows, y * (Canvas.WIDTH + 1) + 1, Canvas.WIDTH);
        }
        return rows;
    }

    private static byte[] deflate(byte[] bytes) throws IOException {
        ByteArrayOutputStream deflated = new ByteArrayOutputStream(1 << 14);
        Deflater deflater = new Deflater(COMPRESSION_LEVEL);
        try (DeflaterOutputStream out = new DeflaterOutputStream(deflated, deflater, 1 << 14, true)) {
            out.write(bytes);
        }
        return deflated.toByteArray();
    }

    private static void writeChunk(DataOutputStream out, String type, byte[] data) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data);
        out.writeInt(data.length);
        out.write(name);
        out.write(data);
        out.writeInt((int) crc.getValue());
    }
}
