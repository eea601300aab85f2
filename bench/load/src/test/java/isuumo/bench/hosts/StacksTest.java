package isuumo.bench.hosts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import isuumo.bench.hosts.Stacks.Frame;
import isuumo.bench.hosts.Stacks.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StacksTest {
    @TempDir
    private static Path folder;
    private static Stacks stacks;

    @BeforeAll
    static void record() throws IOException {
        stacks = new Stacks("isu1", Recordings.spinning(folder));
    }

    @Test
    void theBusiestFrameComesFirst() throws Exception {
        List<Frame> frames = stacks.topFrames(Kind.CPU, 2);
        assertTrue(frames.getFirst().name().contains("Recordings.spin"), frames.toString());
        assertTrue(frames.getFirst().share() > 0.5 && frames.getFirst().share() <= 1, frames.toString());
    }

    @Test
    void aFlameGraphShowsIt() throws Exception {
        String page = stacks.flameGraph(Kind.CPU);
        assertTrue(page.contains("isu1: processor") && page.contains("spin"), page.substring(0, 300));
        assertTrue(stacks.difference(Kind.CPU, stacks).contains("isu1: processor"));
    }

    @Test
    void whatWasNotSampledIsEmpty() throws Exception {
        assertEquals(List.of(), stacks.topFrames(Kind.LOCK, 3));
        assertTrue(stacks.flameGraph(Kind.ALLOCATION).contains("isu1: allocations"));
    }
}
