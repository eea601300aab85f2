package isuumo;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/**
 * A file that is there whole or not at all, and of which nothing is read that another program has written.
 *
 * <pre>
 * 8 bytes   what such files begin with
 * UTF       the program
 *           its content
 * 8 bytes   CRC-32C of all before
 * </pre>
 *
 * <p>It is written beside its name, forced to the disk and then renamed, so that a process or machine that dies meanwhile
 * leaves the one before. Of two processes that write at once either wins, or the checksum is wrong.
 *
 * @param program which build wrote it, or is to read it: one that is built anew may keep other things, in another form
 */
record CheckedFile(Path path, String program) {
    private static final long BEGINNING = 0x4953_5555_4d4f_0d0aL; // "ISUUMO" and a line's end
    private static final int BUFFER_BYTES = 1 << 16;

    /** Writes what {@link Reader} reads. */
    interface Writer {
        void write(DataOutput out) throws IOException;
    }

    interface Reader<T> {
        T read(DataInput in) throws IOException;
    }

    /** @throws IOException when it cannot be written; the one before is still there then */
    void write(Writer content) throws IOException {
        Path fresh = path.resolveSibling(path.getFileName() + ".new");
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            write(channel, content);
            channel.force(true);
            Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Files.deleteIfExists(fresh);
            throw e;
        }
    }

    private void write(FileChannel channel, Writer content) throws IOException {
        var checked = new CheckedOutputStream(Channels.newOutputStream(channel), new CRC32C());
        var out = new DataOutputStream(new BufferedOutputStream(checked, BUFFER_BYTES));
        out.writeLong(BEGINNING);
        out.writeUTF(program);
        content.write(out);
        out.flush();
        out.writeLong(checked.getChecksum().getValue());
        out.flush();
    }

    /**
     * Checks all of it before anything is made of it.
     *
     * @throws IOException when it is not there, damaged, or another program's; the message says which
     */
    <T> T read(Reader<T> content) throws IOException {
        if (Files.notExists(path)) {
            throw new IOException("there is no " + path + " yet");
        }
        try (FileChannel channel = FileChannel.open(path)) {
            requireWhole(channel);
            channel.position(0);
            var in = new DataInputStream(new BufferedInputStream(Channels.newInputStream(channel), BUFFER_BYTES));
            if (in.readLong() != BEGINNING) {
                throw new IOException(path + " is none that this program writes");
            }
            String writer = in.readUTF();
            if (!writer.equals(program)) {
                throw new IOException(path + " was written by another build, " + writer);
            }
            return content.read(in);
        }
    }

    private void requireWhole(FileChannel channel) throws IOException {
        long toCheck = channel.size() - Long.BYTES;
        if (toCheck <= 0) {
            throw new IOException(path + " is damaged: it has " + channel.size() + " bytes");
        }
        var in = new CheckedInputStream(Channels.newInputStream(channel), new CRC32C());
        byte[] buffer = new byte[BUFFER_BYTES];
        for (long left = toCheck; left > 0;) {
            int read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
            if (read < 0) {
                throw new IOException(path + " is damaged: it became shorter while it was read");
            }
            left -= read;
        }
        long actual = in.getChecksum().getValue();
        long written = new DataInputStream(in).readLong();
        if (actual != written) {
            throw new IOException(path + " is damaged: its checksum is " + Long.toHexString(actual) + " and should be "
                    + Long.toHexString(written));
        }
    }
}
