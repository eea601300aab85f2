package isuumo.gzip;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import isuumo.testing.Gzip;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever is compressed is read again as it was, also by the strictest reader. */
class GzipCoderTest {
    private static final byte[] BETWEEN = {','};
    private static final byte[] TAIL = {']', '}'};
    private static final List<String> WORDS = List.of("日当たりのよい", "静かな住まい", "駅から近く", "🪑", "𠮷野家のとなり",
            "\",\"thumbnail\":\"/images/estate/", "\"description\":\"", "です。", "é", "\\\"", " ", "features",
            "aaaaaaaaaa");

    /** What a match saves at least where 14 characters could be repeated; one digit more takes a byte. */
    private static final int MATCH_GAIN_BYTES = 8;

    private final SplittableRandom random = new SplittableRandom(7);

    /** Words that repeat, side by side or with digits that do not, and sometimes bytes that are no text at all. */
    private byte[] text(int words) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < words; i++) {
            bytes.writeBytes(WORDS.get(random.nextInt(WORDS.size())).getBytes(StandardCharsets.UTF_8));
            if (random.nextBoolean()) {
                bytes.writeBytes(digits(random, random.nextInt(1, 10)));
            }
            if (random.nextInt(50) == 0) {
                byte[] noise = new byte[random.nextInt(40)];
                random.nextBytes(noise);
                bytes.writeBytes(noise);
            }
        }
        return bytes.toByteArray();
    }

    private List<byte[]> texts(int count, int words) {
        return Stream.generate(() -> text(random.nextInt(words + 1))).limit(count).toList();
    }

    private static int assertRead(GzipCoder coder, byte[] head, Part... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.writeBytes(head);
        for (int i = 0; i < parts.length; i++) {
            joined.writeBytes(i > 0 ? BETWEEN : new byte[0]);
            joined.writeBytes(parts[i].text());
        }
        joined.writeBytes(TAIL);
        byte[] member = coder.gzip(head, parts, BETWEEN, TAIL);
        assertArrayEquals(joined.toByteArray(), Gzip.read(member));
        return member.length;
    }

    private Part[] some(List<Part> parts, int count) {
        return Stream.generate(() -> parts.get(random.nextInt(parts.size()))).limit(count).toArray(Part[]::new);
    }

    @Test
    void randomListsAreReadAgain() {
        List<byte[]> texts = texts(500, 30);
        GzipCoder coder = GzipCoder.learn(texts);
        List<Part> parts = Stream.concat(texts.stream(), texts(200, 30).stream()).map(Part::new).toList();
        for (int list = 0; list < 3_000; list++) {
            assertRead(coder, text(2), some(parts, random.nextInt(40)));
        }
    }

    @Test
    void phrasesFurtherBackThanTheWindowAreNoMatches() {
        List<byte[]> texts = texts(2_000, 30);
        GzipCoder coder = GzipCoder.learn(texts);
        List<Part> parts = texts.stream().map(Part::new).toList();
        for (int list = 0; list < 20; list++) {
            assertRead(coder, text(1), some(parts, 1_000));
        }
    }

    /** Every distance up to the window's size, and some beyond it: a phrase, noise, the phrase again. */
    @Test
    void aPhraseIsFoundAtEveryDistanceWithinTheWindow() {
        byte[] phrase = "静かな一角に建つ住まいです。".getBytes(StandardCharsets.UTF_8);
        GzipCoder coder = GzipCoder.learn(Stream.generate(() -> phrase).limit(100).toList());
        int within = coder.gzip(new byte[0], repeated(phrase, (1 << 15) - phrase.length), new byte[0], TAIL).length;
        int beyond = coder.gzip(new byte[0], repeated(phrase, (1 << 15) - phrase.length + 1), new byte[0], TAIL).length;
        assertTrue(within + MATCH_GAIN_BYTES < beyond,
                () -> within + " bytes at the window's end, " + beyond + " beyond it");
        for (int distance = phrase.length; distance < 33_000; distance += 1 + distance / 60) {
            byte[] member = coder.gzip(new byte[0], repeated(phrase, distance - phrase.length), new byte[0], TAIL);
            assertTrue(Gzip.read(member).length == distance + phrase.length + TAIL.length);
        }
    }

    private static Part[] repeated(byte[] phrase, int noise) {
        return new Part[]{new Part(phrase), new Part(digits(new SplittableRandom(3), noise)), new Part(phrase)};
    }

    private static byte[] digits(SplittableRandom random, int count) {
        byte[] digits = new byte[count];
        for (int i = 0; i < count; i++) {
            digits[i] = (byte) ('0' + random.nextInt(10));
        }
        return digits;
    }

    @Test
    void aRepeatedTextLongerThanAMatchIsReadAgain() {
        byte[] text = text(200);
        GzipCoder coder = GzipCoder.learn(List.of(text));
        assertRead(coder, new byte[0], IntStream.range(0, 60).mapToObj(_ -> new Part(text)).toArray(Part[]::new));
    }

    @Test
    void whatWasNeverSeenIsReadAgain() {
        GzipCoder untaught = GzipCoder.learn(List.of());
        GzipCoder taught = GzipCoder.learn(texts(100, 20));
        byte[] allBytes = new byte[256];
        for (int i = 0; i < allBytes.length; i++) {
            allBytes[i] = (byte) i;
        }
        for (GzipCoder coder : List.of(untaught, taught)) {
            assertRead(coder, new byte[0]);
            assertRead(coder, allBytes, new Part(new byte[0]), new Part(allBytes), new Part(new byte[]{1}));
            for (int length = 0; length < 300; length++) {
                assertRead(coder, new byte[0], new Part(Arrays.copyOf(allBytes, length)));
            }
            for (int length = 2_000; length < 9_000; length += 23) {
                byte[] noise = new byte[length];
                random.nextBytes(noise);
                assertRead(coder, new byte[0], new Part(noise));
            }
        }
    }

    @Test
    void repeatedWordsTakeFewBytes() {
        List<byte[]> texts = texts(1_000, 30);
        GzipCoder coder = GzipCoder.learn(texts);
        List<Part> parts = texts.stream().map(Part::new).toList();
        long plain = 0;
        long compressed = 0;
        for (int list = 0; list < 100; list++) {
            Part[] some = some(parts, 25);
            plain += Arrays.stream(some).mapToInt(part -> part.text().length).sum();
            compressed += assertRead(coder, new byte[0], some);
        }
        double share = (double) compressed / plain;
        assertTrue(share < 0.6, () -> "compressed to " + share);
    }

    @Test
    void threadsDoNotDisturbEachOther() throws Exception {
        List<byte[]> texts = texts(300, 20);
        GzipCoder coder = GzipCoder.learn(texts);
        List<Part> parts = texts.stream().map(Part::new).toList();
        List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
        List<Thread> threads = new ArrayList<>();
        for (int thread = 0; thread < 32; thread++) {
            Part[][] lists = Stream.generate(() -> some(parts, 30)).limit(100).toArray(Part[][]::new);
            threads.add(Thread.ofVirtual().uncaughtExceptionHandler((_, e) -> failures.add(e)).start(() -> {
                for (Part[] list : lists) {
                    assertRead(coder, new byte[0], list);
                    Thread.yield();
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertTrue(failures.isEmpty(), failures::toString);
    }
}
