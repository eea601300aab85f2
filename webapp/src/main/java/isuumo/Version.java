package isuumo;

import isuumo.http.JsonItem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Which build this is, as the build wrote it into {@code git.properties}. */
record Version(String commit, String buildTime, boolean dirty) {

    static Version current() {
        Properties git = new Properties();
        try (InputStream in = Version.class.getResourceAsStream("/git.properties")) {
            git.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Version(git.getProperty("git.commit.id.full", "unknown"),
                git.getProperty("git.build.time", "unknown"),
                Boolean.parseBoolean(git.getProperty("git.dirty", "true")));
    }

    /** What no other build has, be it of the same commit. */
    String build() {
        return commit + " of " + buildTime;
    }

    byte[] json() {
        return new JsonItem().put("commit", commit).put("buildTime", buildTime).put("dirty", dirty).toBytes();
    }
}
