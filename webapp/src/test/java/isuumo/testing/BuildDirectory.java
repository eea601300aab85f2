package isuumo.testing;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** The module's {@code target/}, whatever directory the tests are run from. */
public final class BuildDirectory {
    private BuildDirectory() {}

    public static Path resolve(String name) {
        try {
            Path testClasses = Path
                    .of(BuildDirectory.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            return testClasses.getParent().resolve(name);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
