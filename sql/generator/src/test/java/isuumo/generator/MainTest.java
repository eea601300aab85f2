package isuumo.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        return Main.run(new PrintWriter(out), new PrintWriter(err), args);
    }

    @Test
    void makesTheDataAndThenSaysThatNothingIsToDo(@TempDir Path parent) {
        String[] args = {"--out", parent.resolve("d").toString(), "--chairs", "3", "--estates", "4", "--seed", "-7",
                "--no-images"};
        assertEquals(0, run(args));
        assertTrue(
                out.toString()
                        .startsWith("Made " + parent.resolve("d") + " (3 chairs, 4 estates, no pictures, seed -7)"),
                out.toString());
        out.getBuffer().setLength(0);
        assertEquals(0, run(args));
        assertTrue(out.toString().startsWith("Nothing to do: "), out.toString());
    }

    @Test
    void wrongUsageIsOneLineAndExitCode2() {
        assertEquals(2, run());
        assertOneLine("--out");
        assertEquals(2, run("--out", "x", "--chairs", "0"));
        assertOneLine("chairs=0 is out of range: give a number from 1 to 1000000");
        assertEquals(2, run("--out", "x", "--estates", "many"));
        assertOneLine("'many'");
        assertEquals(2, run("--out", "x", "--colour", "red"));
        assertOneLine("--colour");
    }

    @Test
    void aForeignDirectoryIsOneLineAndExitCode1(@TempDir Path foreign) throws IOException {
        Files.writeString(foreign.resolve("notes.txt"), "mine");
        assertEquals(1, run("--out", foreign.toString(), "--no-images"));
        assertOneLine("they are left alone");
    }

    @Test
    void helpNamesTheDefaults() {
        assertEquals(0, run("--help"));
        assertTrue(out.toString().contains("29500") && out.toString().contains("default: 10"), out.toString());
    }

    private void assertOneLine(String part) {
        assertEquals(1, err.toString().lines().count(), err.toString());
        assertTrue(err.toString().contains(part), err.toString());
        err.getBuffer().setLength(0);
    }
}
