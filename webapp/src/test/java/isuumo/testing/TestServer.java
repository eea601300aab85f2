package isuumo.testing;

import isuumo.Main;
import isuumo.Profile;
import isuumo.Settings;
import isuumo.Turns;
import isuumo.catalog.UploadLimits;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;

/** The production server in this process, on a free port of the loopback interface. */
public final class TestServer implements AutoCloseable {
    private final Main main;
    private final Http http;

    private TestServer(Main main) {
        this.main = main;
        http = new Http(main.port());
    }

    /** Over the real data set. */
    public static TestServer start(Account account) throws Exception {
        return start(settings(account, account, TestData.get().directory()));
    }

    public static TestServer start(Settings settings) throws UnknownHostException, SQLException, InterruptedException {
        Main main = new Main(settings);
        try {
            main.start();
        } catch (SQLException | InterruptedException | RuntimeException e) {
            main.close();
            throw e;
        }
        return new TestServer(main);
    }

    public static Settings settings(Account primary, Account replica, Path data) {
        return settings(primary, replica, data, Optional.empty());
    }

    /** @param catalogFile for the next start */
    public static Settings settings(Account primary, Account replica, Path data, Optional<Path> catalogFile) {
        return settings(primary, replica, data, catalogFile, UploadLimits.NONE);
    }

    public static Settings settings(Account primary, Account replica, Path data, Optional<Path> catalogFile,
            UploadLimits uploads) {
        return new Settings(Profile.CONTEST, "127.0.0.1", 0, 0, data, Optional.empty(), primary.server(10),
                replica.server(2), Optional.empty(), Optional.empty(), catalogFile, uploads, Turns.DEFAULT, 0, 10,
                10);
    }

    public Http http() {
        return http;
    }

    /** Of {@code /healthz}, {@code /version} and {@code /metrics}. */
    public Http operators() {
        return new Http(main.operatorsPort());
    }

    public int port() {
        return main.port();
    }

    /** Restores the initial rows. */
    public TestServer initialize() {
        http.post("/initialize").expect(200);
        return this;
    }

    @Override
    public void close() {
        main.close();
    }
}
