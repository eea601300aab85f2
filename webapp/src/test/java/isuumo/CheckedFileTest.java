package isuumo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.DataInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever became of a file, what is read is what was written, or nothing. */
class CheckedFileTest {
    private static final String TEXT = "what was written";

    private final CheckedFile file;
    private final Path path;

    CheckedFileTest(@TempDir Path directory) {
        path = directory.resolve("file");
        file = new CheckedFile(path, "a program");
    }

    @BeforeEach
    void write() throws IOException {
        file.write(out -> out.writeUTF(TEXT));
    }

    @Test
    void whatWasWrittenIsRead() throws IOException {
        assertEquals(TEXT, file.read(DataInput::readUTF));
        file.write(out -> out.writeUTF("something longer than what was written before"));
        assertEquals("something longer than what was written before", file.read(DataInput::readUTF));
        assertEquals(List.of(path), files());
    }

    @Test
    void noBitOfItMayBeAnother() throws IOException {
        byte[] whole = Files.readAllBytes(path);
        for (int bit = 0; bit < whole.length * Byte.SIZE; bit++) {
            byte[] flipped = whole.clone();
            flipped[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            Files.write(path, flipped);
            assertDoubt("is damaged: its checksum");
        }
    }

    @Test
    void noByteMayBeMissingOrTooMany() throws IOException {
        byte[] whole = Files.readAllBytes(path);
        for (int length = 0; length < whole.length; length++) {
            Files.write(path, Arrays.copyOf(whole, length));
            assertDoubt("is damaged");
        }
        Files.write(path, Arrays.copyOf(whole, whole.length + 1));
        assertDoubt("is damaged");
    }

    @Test
    void anotherProgramsIsNotRead() {
        String reason = assertThrows(IOException.class,
                () -> new CheckedFile(path, "a newer program").read(DataInput::readUTF)).getMessage();
        assertEquals(path + " was written by another build, a program", reason);
    }

    @Test
    void whereThereIsNoneThatIsSaid() throws IOException {
        Files.delete(path);
        assertDoubt("there is no " + path + " yet");
    }

    /** As on a full disk. */
    @Test
    void whatCannotBeWrittenWholeLeavesTheOneBefore() throws IOException {
        IOException full = new IOException("No space left on device");
        assertEquals(full, assertThrows(IOException.class, () -> file.write(out -> {
            out.write(new byte[1 << 20]);
            throw full;
        })));
        assertEquals(TEXT, file.read(DataInput::readUTF));
        assertEquals(List.of(path), files());
    }

    /** As after a process that was killed while it wrote. */
    @Test
    void whatWasLeftHalfWrittenIsNeitherReadNorInTheWay() throws IOException {
        Path halfWritten = path.resolveSibling("file.new");
        Files.write(halfWritten, new byte[1 << 20]);
        assertEquals(TEXT, file.read(DataInput::readUTF));
        write();
        assertEquals(TEXT, file.read(DataInput::readUTF));
        assertEquals(List.of(path), files());
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(path.getParent())) {
            return all.toList();
        }
    }

    private void assertDoubt(String why) {
        String reason = assertThrows(IOException.class, () -> file.read(DataInput::readUTF)).getMessage();
        assertTrue(reason.contains(why), reason);
    }
}
