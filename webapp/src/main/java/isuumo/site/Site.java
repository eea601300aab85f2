package isuumo.site;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.helidon.http.Method;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import isuumo.http.ApiError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Answers every address that is no API call: the built site's files from memory, pictures from disk, and the site's one
 * HTML page for any address a person may see (history fallback), with the item in it where that has one. Immutable and safe to share; files built later are seen
 * at the next start.
 */
public final class Site implements Handler {
    private static final String PAGE = "/index.html";
    private static final String CONFIGURATION = "site.json";
    /** The site's own routes; any other address gets its "not found" page, and the status that says so. */
    private static final Pattern ROUTE = Pattern
            .compile("/|/index\\.html|/(chair/(search|fit|saved|compare)|estate/(search|draw|compare))/?");
    /** The page of a chair or an estate, if there is one. */
    private static final Pattern ITEM = Pattern.compile("/(chair|estate)/([0-9]{1,18})/?");
    /** What a client may call this server by in addresses of its own. */
    private static final Pattern AUTHORITY = Pattern.compile("[\\w.:\\[\\]-]+");

    /** Looks items up for people's pages: chairs and estates as the API shows them. */
    public interface Items {
        /**
         * @param kind {@code chair} or {@code estate}
         * @return its JSON; null when there is no such item, or it is sold out
         */
        byte[] json(String kind, long id);
    }

    private final Map<String, StaticFile> files;
    private final Pictures pictures;
    private final SecurityHeaders security;
    private final ItemPage itemPage;
    private final Items items;
    private final String scheme;

    /**
     * @param directory what {@code npm run build} wrote
     * @param dataDirectory holds {@code images/}; it may be missing
     * @param items what has a page of its own
     * @param scheme by which people come: {@code http} or {@code https}
     * @throws IllegalArgumentException when the directory holds no site, or its configuration is wrong
     */
    public Site(Path directory, Path dataDirectory, Items items, String scheme) {
        if (!Files.isRegularFile(directory.resolve("index.html"))) {
            throw new IllegalArgumentException(
                    directory + " holds no index.html; npm run build in webapp/frontend makes it");
        }
        files = SiteFiles.read(directory);
        pictures = new Pictures(dataDirectory);
        security = new SecurityHeaders(tileUrl(directory.resolve(CONFIGURATION)));
        itemPage = new ItemPage(text(directory.resolve("index.html")));
        this.items = items;
        this.scheme = scheme;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
        if (file == files.get(PAGE) && !ROUTE.matcher(address).matches()) {
            files.get(PAGE).sendMissing(request, response);
            return;
        }
        file.send(request, response);
    }

    /** Whether it asks for the page of an item, which {@link #item} answers from the catalogs. */
    public boolean asksForItem(ServerRequest request) {
        return request.prologue().method() == Method.GET && ITEM.matcher(request.path().path()).matches();
    }

    /** The item's page; with 404, where there is no such item, the page that says so. */
    public void item(ServerRequest request, ServerResponse response) {
        Matcher address = ITEM.matcher(request.path().path());
        if (!address.matches()) {
            throw new IllegalArgumentException(request.path().path() + " is no item's page");
        }
        String kind = address.group(1);
        byte[] json = items.json(kind, Long.parseLong(address.group(2)));
        security.addTo(response);
        if (json == null) {
            files.get(PAGE).sendMissing(request, response);
            return;
        }
        String host = request.authority();
        String origin = host != null && AUTHORITY.matcher(host).matches() ? scheme + "://" + host : "";
        StaticFile.page(itemPage.of(kind, json, origin).getBytes(StandardCharsets.UTF_8)).send(request, response);
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
