package isuumo.testing;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** The module's {@code target/}, whatever directory the tests are run from. */
public final class BuildDirectory {
    /** The tests are shared out among several processes; Maven numbers them. */
    private static final String FORK = System.getProperty("test.fork", "fork-1");

    private BuildDirectory() {}

    /** Of this process alone. */
    public static Path resolve(String name) {
        return shared(FORK).resolve(name);
    }

    /** Of all processes that run tests. */
    public static Path shared(String name) {
        try {
            Path testClasses = Path
                    .of(BuildDirectory.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            return testClasses.getParent().resolve(name);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
