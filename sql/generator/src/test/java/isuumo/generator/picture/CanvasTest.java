package isuumo.generator.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class CanvasTest {
    private static final int RED = 0xFF0000;

    private final Canvas canvas = new Canvas();

    private int pixel(int x, int y) {
        return canvas.pixels()[y * Canvas.WIDTH + x];
    }

    @Test
    void aRectangleCoversItsPixelsAndHalfOfThoseItCuts() {
        canvas.fill(Path.rectangle(10.5, 20, 4, 2.5), Tone.WHITE);
        assertEquals(0, pixel(9, 20));
        assertEquals(0x808080, pixel(10, 20));
        assertEquals(Tone.WHITE, pixel(11, 20));
        assertEquals(Tone.WHITE, pixel(13, 21));
        assertEquals(0x808080, pixel(14, 21));
        assertEquals(0x808080, pixel(12, 22));
        assertEquals(0x404040, pixel(14, 22));
        assertEquals(0, pixel(12, 23));
        assertEquals(0, pixel(15, 20));
    }

    @Test
    void theAreaOfACircleIsThatOfItsPixels() {
        canvas.fill(Path.circle(200.3, 150.7, 60), Tone.WHITE);
        double area = Arrays.stream(canvas.pixels()).map(rgb -> rgb & 0xFF).sum() / 255.0;
        assertEquals(Math.PI * 60 * 60, area, 50);
    }

    @Test
    void whatLiesOutsideIsCutOff() {
        canvas.fill(Path.rectangle(-50, -50, 1_000, 1_000), RED);
        assertTrue(Arrays.stream(canvas.pixels()).allMatch(rgb -> rgb == RED));
        canvas.fill(Path.rectangle(500, 10, 50, 50), Tone.WHITE).fill(Path.rectangle(10, 400, 50, 50), Tone.WHITE);
        assertTrue(Arrays.stream(canvas.pixels()).allMatch(rgb -> rgb == RED));
    }

    @Test
    void opacityMixesWithWhatIsBelow() {
        canvas.fill(Path.rectangle(0, 0, 400, 300), 0x000000).fill(Path.rectangle(0, 0, 400, 300), Tone.WHITE, 20);
        assertEquals(0x333333, pixel(200, 150));
    }

    @Test
    void aHoleIsLeftOutByTheEvenOddRule() {
        canvas.fill(Path.of(0, 0, 100, 0, 100, 100, 0, 100, 0, 0, 25, 25, 75, 25, 75, 75, 25, 75, 25, 25), RED);
        assertEquals(RED, pixel(10, 50));
        assertEquals(0, pixel(50, 50));
    }

    @Test
    void aPngHoldsEveryPixelWhileThePaletteIsLargeEnough() throws IOException {
        for (int i = 0; i < 250; i++) {
            canvas.fill(Path.rectangle(i, i % 90, 100, 80), i * 0x010307 & 0xFFFFFF);
        }
        assertDecodesWithin(0);
    }

    @Test
    void rareColoursBeyondThePaletteBecomeTheirNeighbours() throws IOException {
        for (int x = 0; x < 250; x++) {
            canvas.fill(Path.rectangle(x, 0, 1, 300), x << 16);
        }
        for (int x = 250; x < 400; x++) {
            canvas.fill(Path.rectangle(x, 0, 1, 1), x - 200 << 16 | 4);
        }
        assertDecodesWithin(4);
    }

    private void assertDecodesWithin(int tolerance) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(Png.encode(canvas)));
        for (int at = 0; at < canvas.pixels().length; at++) {
            int expected = canvas.pixels()[at];
            int actual = image.getRGB(at % Canvas.WIDTH, at / Canvas.WIDTH) & 0xFFFFFF;
            for (int shift = 0; shift <= 16; shift += 8) {
                assertEquals(expected >> shift & 0xFF, actual >> shift & 0xFF, tolerance, "pixel " + at);
            }
        }
    }
}
