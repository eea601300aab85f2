package isuumo.bench.http;

import java.net.URI;
import java.util.List;

/**
 * What all browsers of a run share: the targets, the watchdog over their deadlines, the count of their bytes. Several
 * targets are front doors behind one name, as DNS or a cloud's balancer spreads people: a browser keeps to one of them
 * with all its connections. Thread-safe.
 */
public final class Network implements AutoCloseable {
    private final List<URI> targets;
    private final Watchdog watchdog = Watchdog.start();
    private final Traffic traffic = new Traffic();

    /** @param targets at least one */
    public Network(List<URI> targets) {
        this.targets = List.copyOf(targets);
    }

    /** A browser of the first target: for what is asked once, before the load. */
    public Browser first(String userAgent) {
        return inTurn(0, userAgent);
    }

    /** A browser of the target whose turn is {@code turn}, counted from 0 over and over. */
    public Browser inTurn(int turn, String userAgent) {
        return new Browser(targets.get(Math.floorMod(turn, targets.size())), userAgent,
                address -> new Connection(address, watchdog, traffic));
    }

    /** What has gone over all connections so far. */
    public Wire wire() {
        return traffic.soFar();
    }

    /** Closes every connection and keeps no more deadlines; requests under way end as {@code DROPPED}. */
    @Override
    public void close() {
        watchdog.close();
    }
}
