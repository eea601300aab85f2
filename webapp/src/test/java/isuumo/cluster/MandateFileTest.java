package isuumo.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MandateFileTest {
    @TempDir
    private Path directory;

    private MandateFile file() {
        return new MandateFile(Optional.of(directory.resolve("mandate")));
    }

    @Test
    void whatWasWrittenIsReadAndNothingElseIsLeft() throws Exception {
        assertTrue(file().isNew());
        assertEquals(Optional.empty(), file().read());
        file().write(new Mandate(1, "isu2"));
        file().write(new Mandate(20, "isu1"));
        assertEquals(Optional.of(new Mandate(20, "isu1")), file().read());
        assertFalse(file().isNew());
        assertEquals("20 isu1\n", Files.readString(directory.resolve("mandate")));
        try (var left = Files.list(directory)) {
            assertEquals(1, left.count());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "isu1", "x isu1", "1", "1 isu1 isu2", "-1 isu1", "9999999999999999999 isu1"})
    void anythingElseIsRefusedWithItsName(String text) throws Exception {
        Files.writeString(directory.resolve("mandate"), text);
        String said = assertThrows(IllegalArgumentException.class, () -> file().read()).getMessage();
        assertTrue(said.contains("mandate, which remembers who writes, cannot be read: '" + text + "'"), said);
    }

    @Test
    void withoutAPathNothingIsRemembered() throws Exception {
        MandateFile nowhere = new MandateFile(Optional.empty());
        nowhere.write(new Mandate(1, "isu2"));
        assertEquals(Optional.empty(), nowhere.read());
        assertFalse(nowhere.isNew());
    }
}
