package isuumo.site;

import isuumo.site.StaticFile.Variant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The data set's pictures: {@code /images/chair/<hash>.png}. Where a smaller picture of another type stands beside the
 * PNG ({@code <hash>.avif}, {@code <hash>.webp}), a browser that accepts it gets it under the same address.
 */
final class Pictures {
    private static final Pattern ADDRESS = Pattern.compile("/images/(chair|estate)/([0-9A-Za-z_-]+)\\.png");
    /** Smaller first. */
    private static final List<String> SMALLER_TYPES = List.of("avif", "webp");

    private final Path directory;

    Pictures(Path dataDirectory) {
        directory = dataDirectory.resolve("images");
    }

    Optional<StaticFile> find(String address) {
        Matcher matcher = ADDRESS.matcher(address);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Path stem = directory.resolve(matcher.group(1)).resolve(matcher.group(2));
        return Files.isRegularFile(Path.of(stem + ".png")) ? Optional.of(read(stem)) : Optional.empty();
    }

    private static StaticFile read(Path stem) {
        try {
            List<Variant> variants = new ArrayList<>();
            for (String ending : SMALLER_TYPES) {
                Path path = Path.of(stem + "." + ending);
                if (Files.isRegularFile(path)) {
                    variants.add(
                            new Variant("image/" + ending, ContentType.of(ending), null, Files.readAllBytes(path)));
                }
            }
            variants.add(new Variant(null, ContentType.of("png"), null, Files.readAllBytes(Path.of(stem + ".png"))));
            return new StaticFile(variants, "Accept", StaticFile.IMMUTABLE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
