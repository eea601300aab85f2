package isuumo.rfc;

import isuumo.Settings;
import isuumo.catalog.UploadLimits;
import isuumo.testing.Account;
import isuumo.testing.BuildDirectory;
import isuumo.testing.NginxFront;
import isuumo.testing.TestData;
import isuumo.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A server with a small site, and nginx in front of it, where there is one. */
final class Entrances implements AutoCloseable {
    static final String PAGE = "<!doctype html><title>the page</title>";
    private static final Map<String, String> SITE = Map.of("index.html", PAGE, "site.json", "{\"tileUrl\":\"\"}",
            "robots.txt", "User-agent: *", "favicon.svg", "<svg/>", "assets/app-abc.js", "void 0;");
    private static final List<String> DATA = List.of("1_DummyEstateData.sql", "2_DummyChairData.sql",
            "chair_condition.json", "estate_condition.json");

    private final TestServer server;
    private final Optional<NginxFront> nginx;

    private Entrances(TestServer server, Optional<NginxFront> nginx) {
        this.server = server;
        this.nginx = nginx;
    }

    static Entrances open(Account account) throws Exception {
        Path site = BuildDirectory.resolve("rfc/site");
        for (var file : SITE.entrySet()) {
            write(site.resolve(file.getKey()), file.getValue());
        }
        Path data = BuildDirectory.resolve("rfc/data");
        write(data.resolve("images/chair/one.png"), "a picture");
        for (String name : DATA) {
            Files.deleteIfExists(data.resolve(name));
            Files.createSymbolicLink(data.resolve(name), TestData.get().directory().resolve(name));
        }
        Settings plain = TestServer.settings(account, account, data);
        TestServer server = TestServer
                .start(new Settings(plain.profile(), plain.host(), 0, 0, data, Optional.of(site), plain.primary(),
                        plain.replica(), Optional.empty(), Optional.empty(), Optional.empty(), UploadLimits.NONE,
                        plain.turns(), 0, 10, 10))
                .initialize();
        return new Entrances(server, NginxFront.start(server.port(), site, data));
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** The server's own port. */
    int direct() {
        return server.port();
    }

    /** Empty: there is no nginx here. */
    Optional<Integer> throughNginx() {
        return nginx.map(NginxFront::port);
    }

    @Override
    public void close() throws IOException {
        try (server) {
            if (nginx.isPresent()) {
                nginx.get().close();
            }
        }
    }
}
