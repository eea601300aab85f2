package isuumo.site;

import isuumo.site.StaticFile.Variant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads a built site into memory, with the {@code .br} and {@code .gz} that stand beside its files. */
final class SiteFiles {
    private SiteFiles() {}

    /** The files by their address, such as {@code /assets/index-abc.js}; {@code /assets/} is named by content. */
    static Map<String, StaticFile> read(Path directory) {
        Map<String, StaticFile> files = new HashMap<>();
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                String type = ContentType.of(path.getFileName().toString());
                if (type != null) {
                    String address = "/" + directory.relativize(path).toString().replace('\\', '/');
                    String cacheControl = address.startsWith("/assets/") ? StaticFile.IMMUTABLE : StaticFile.REVALIDATE;
                    files.put(address, new StaticFile(variants(path, type), "Accept-Encoding", cacheControl));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(files);
    }

    private static List<Variant> variants(Path path, String type) throws IOException {
        List<Variant> variants = new ArrayList<>();
        Path brotli = Path.of(path + ".br");
        if (Files.isRegularFile(brotli)) {
            variants.add(new Variant("br", type, "br", Files.readAllBytes(brotli)));
        }
        Path gzip = Path.of(path + ".gz");
        if (Files.isRegularFile(gzip)) {
            variants.add(new Variant("gzip", type, "gzip", Files.readAllBytes(gzip)));
        }
        variants.add(new Variant(null, type, null, Files.readAllBytes(path)));
        return variants;
    }
}
