package isuumo.bench.history;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An address that clients ask.
 *
 * @param name unique; that of an app behind the front door ends with {@value #APP_SUFFIX}
 */
public record Target(String name, URI uri) {
    private static final String APP_SUFFIX = ":app";

    /** @param fronts and apps: addresses by host; an app's target is named after its host */
    public static List<Target> of(Map<String, URI> fronts, Map<String, URI> apps) {
        List<Target> targets = new ArrayList<>();
        fronts.forEach((host, uri) -> targets.add(new Target(host, uri)));
        apps.forEach((host, uri) -> targets.add(new Target(host + APP_SUFFIX, uri)));
        return targets;
    }

    /** What users reach, which may take another host when one is down; an app alone may well refuse. */
    static boolean isFrontDoor(String name) {
        return !name.endsWith(APP_SUFFIX);
    }

    public boolean isFrontDoor() {
        return isFrontDoor(name);
    }
}
