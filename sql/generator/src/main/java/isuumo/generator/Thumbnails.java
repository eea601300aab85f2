package isuumo.generator;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/** The hashes that name the pictures of a kind ("chair" or "estate"): SHA-256 over kind, seed and number, 64 hex digits. */
record Thumbnails(String kind, List<String> hashes) {
    static Thumbnails of(String kind, long seed) {
        return new Thumbnails(kind,
                IntStream.range(0, Limits.THUMBNAILS).mapToObj(n -> sha256("isuumo " + kind + " " + seed + " " + n))
                        .toList());
    }

    /** The address the server serves picture {@code n} at; without the leading slash it is the file in the data directory. */
    String path(int n) {
        return "/images/" + kind + "/" + hashes.get(n) + ".png";
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
