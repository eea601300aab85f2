package isuumo.cluster.lease;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;

/** What the exhaustive searches assert, with a line in the log for each. */
final class Search {
    /** For all the hosts. */
    static final int FAULTS = 1;
    /** For a single peer. */
    static final int MORE_FAULTS = 3;

    private static final Logger LOG = Logger.getLogger(Search.class.getName());

    private Search() {}

    static void assertNeverStale(String what, Rules rules, int faults) {
        assertEquals(Optional.empty(), explore(what, rules, faults));
    }

    static void assertFlawed(String flaw, Rules rules) {
        assertFlawed(flaw, rules, FAULTS);
    }

    static void assertFlawed(String flaw, Rules rules, int faults) {
        assertTrue(explore(flaw, rules, faults).isPresent(), () -> "the model does not notice: " + flaw);
    }

    private static Optional<List<String>> explore(String what, Rules rules, int faults) {
        long start = System.nanoTime();
        Exploration exploration = new Exploration(new Steps(rules), world -> isFresh(world, rules));
        Optional<List<String>> trace = exploration.run(World.initial(rules, faults));
        LOG.info(() -> what + ": " + exploration.states() + " states, " + exploration.steps() + " steps in "
                + (System.nanoTime() - start) / 1_000_000 + " ms; "
                + trace.map(steps -> "stale after\n  " + String.join("\n  ", steps)).orElse("never stale"));
        return trace;
    }

    private static boolean isFresh(World world, Rules rules) {
        return !world.writes().contains(World.Stage.LOST) && world.peers().stream().allMatch(
                peer -> peer.position() >= world.answered() || !serves(peer, world.now(), rules));
    }

    private static boolean serves(World.Peer peer, long now, Rules rules) {
        return peer.former() == null ? rules.mayServe(peer.lease(), now) : rules.mayServe(peer.former(), now);
    }
}
