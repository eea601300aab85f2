package isuumo.site;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import isuumo.http.ApiError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Answers every address that is no API call: the built site's files from memory, pictures from disk, and the site's one
 * HTML page for any address a person may see (history fallback). Immutable and safe to share; files built later are seen
 * at the next start.
 */
public final class Site implements Handler {
    private static final String PAGE = "/index.html";
    private static final String CONFIGURATION = "site.json";
    /** The site's own routes; any other address gets its "not found" page, and the status that says so. */
    private static final Pattern ROUTE = Pattern.compile("/|/(chair|estate)/[^/]+/?");

    private final Map<String, StaticFile> files;
    private final Pictures pictures;
    private final SecurityHeaders security;

    /**
     * @param directory what {@code npm run build} wrote
     * @param dataDirectory holds {@code images/}; it may be missing
     * @throws IllegalArgumentException when the directory holds no site, or its configuration is wrong
     */
    public Site(Path directory, Path dataDirectory) {
        if (!Files.isRegularFile(directory.resolve("index.html"))) {
            throw new IllegalArgumentException(
                    directory + " holds no index.html; npm run build in webapp/frontend makes it");
        }
        files = SiteFiles.read(directory);
        pictures = new Pictures(dataDirectory);
        security = new SecurityHeaders(tileUrl(directory.resolve(CONFIGURATION)));
    }

    private static String tileUrl(Path configuration) {
        try {
            return new ObjectMapper().readTree(configuration.toFile()).path("tileUrl").asText();
        } catch (IOException e) {
            throw new IllegalArgumentException(configuration + " is missing or no JSON: " + e.getMessage(), e);
        }
    }

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        String address = request.path().path();
        boolean isRead = request.prologue().method() == Method.GET;
        StaticFile file = (isRead ? find(address) : Optional.<StaticFile>empty())
                .orElseThrow(() -> ApiError.notFound("There is nothing at " + address));
        security.addTo(response);
        if (file == files.get(PAGE) && !ROUTE.matcher(address).matches() && !address.equals(PAGE)) {
            response.status(Status.NOT_FOUND_404);
        }
        file.send(request, response);
    }

    private Optional<StaticFile> find(String address) {
        return Optional.ofNullable(files.get(address)).or(() -> pictures.find(address))
                .or(() -> isPage(address) ? Optional.of(files.get(PAGE)) : Optional.empty());
    }

    /** People's addresses have no dot in them; a missing file or API call is no page. */
    private static boolean isPage(String address) {
        return address.indexOf('.') < 0 && !address.startsWith("/api/");
    }
}
