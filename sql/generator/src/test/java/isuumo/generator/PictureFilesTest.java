package isuumo.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The 2,000 pictures, made once. */
class PictureFilesTest {
    private static final Options OPTIONS = Options.defaults().withRows(2_000, 2_000);
    private static final long MAX_TOTAL_BYTES = 20_000_000;
    /** Every hundredth picture. When this must change, {@link DataSet#VERSION} must go up. */
    private static final String SAMPLE_SHA256 = "5856b73e1ec51ab7136fbba94062cb131e767c2bc3f2c3ae3f4e12738783552d";

    @TempDir
    private static Path directory;

    @BeforeAll
    static void makeOnce() throws IOException {
        DataSet.generate(directory, OPTIONS);
    }

    @Test
    void thereAreAThousandOfEachKindAllDifferentAndSmall() throws Exception {
        SortedMap<String, String> sums = Digests.ofFiles(directory.resolve("images"));
        assertEquals(1_000, sums.keySet().stream().filter(path -> path.matches("chair/[0-9a-f]{64}\\.png")).count());
        assertEquals(1_000, sums.keySet().stream().filter(path -> path.matches("estate/[0-9a-f]{64}\\.png")).count());
        assertEquals(2_000, sums.size());
        assertEquals(2_000, Set.copyOf(sums.values()).size());
        long total = 0;
        for (String path : sums.keySet()) {
            total += Files.size(directory.resolve("images").resolve(path));
        }
        assertTrue(total < MAX_TOTAL_BYTES, "total " + total);
    }

    @Test
    void everyThumbnailInTheDataIsAPicture() {
        ChairMaker chairs = new ChairMaker(OPTIONS.seed());
        EstateMaker estates = new EstateMaker(OPTIONS.seed());
        Set<String> named = new HashSet<>();
        IntStream.rangeClosed(1, 40_000)
                .forEach(id -> named.addAll(List.of(chairs.item(id).thumbnail(), estates.item(id).thumbnail())));
        assertEquals(2_000, named.size());
        named.forEach(path -> assertTrue(Files.isRegularFile(directory.resolve(path.substring(1))), path));
    }

    @Test
    void everyPictureDecodesTo400By300WithManyColours() throws IOException {
        List<DataFile> files = PictureFiles.of(OPTIONS.seed());
        for (int i = 0; i < files.size(); i += 20) {
            BufferedImage image = ImageIO.read(directory.resolve(files.get(i).path()).toFile());
            assertEquals(400, image.getWidth());
            assertEquals(300, image.getHeight());
            long colours = IntStream.range(0, 120_000).map(at -> image.getRGB(at % 400, at / 400)).distinct().count();
            assertTrue(colours > 30 && colours <= 256, files.get(i).path() + " has " + colours + " colours");
        }
    }

    @Test
    void aPictureDependsOnNothingButItsHash() throws Exception {
        List<DataFile> files = PictureFiles.of(OPTIONS.seed());
        SortedMap<String, String> sample = new TreeMap<>();
        for (int i = files.size() - 50; i >= 0; i -= 50) {
            ByteArrayOutputStream again = new ByteArrayOutputStream();
            files.get(i).content().writeTo(again);
            sample.put(files.get(i).path(), Digests.of(again.toByteArray()));
            assertEquals(Digests.of(Files.readAllBytes(directory.resolve(files.get(i).path()))),
                    sample.get(files.get(i).path()));
        }
        assertEquals(SAMPLE_SHA256, Digests.ofAll(sample));
    }

    @Test
    void aChairShowsItsColour() throws IOException {
        List<DataFile> files = PictureFiles.of(OPTIONS.seed());
        for (int n = 0; n < 48; n++) {
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            files.get(2 * n).content().writeTo(png);
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(png.toByteArray()));
            int rgb = ChairLook.of(n).color().orElseThrow().rgb();
            long pixels = IntStream.range(0, 120_000).map(at -> image.getRGB(at % 400, at / 400))
                    .filter(pixel -> distance(pixel, rgb) < 40).count();
            assertTrue(pixels > 1_500, "picture " + n + " has " + pixels + " pixels of its colour");
        }
    }

    private static int distance(int a, int b) {
        return IntStream.of(0, 8, 16).map(shift -> Math.abs((a >> shift & 0xFF) - (b >> shift & 0xFF))).max()
                .orElseThrow();
    }
}
