package isuumo.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs the database until SIGTERM comes.
 *
 * <p>Usage: {@code Main BINARIES HOME [--mariadbd-option=value …]}. Prints {@code ready: URL} on standard output when it
 * accepts connections.
 */
public final class Main {
    private Main() {}

    static void main(String[] args) throws InterruptedException {
        if (args.length < 2) {
            System.err.println("usage: isuumo.embedded.Main BINARIES HOME [--mariadbd-option=value ...]");
            System.exit(2);
        }
        List<String> options = List.of(args).subList(2, args.length);
        try {
            EmbeddedDatabase database = EmbeddedDatabase.start(Path.of(args[0]), Path.of(args[1]), options);
            Runtime.getRuntime().addShutdownHook(new Thread(database::close));
            System.out.println("ready: " + database.jdbcUrl());
            Thread.currentThread().join(); // for ever
        } catch (IOException e) {
            System.err.println("isuumo-embedded: " + e.getMessage());
            System.exit(1);
        }
    }
}
