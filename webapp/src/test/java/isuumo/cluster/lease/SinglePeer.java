package isuumo.cluster.lease;

import java.util.List;

/** Peers meet only in the writer's wait for all, so that a single one can be given more to go wrong. */
class SinglePeer extends Rules {
    @Override
    List<String> peers() {
        return List.of("b");
    }

    /** The writer goes on writing while it parts. */
    static class WritesOn extends SinglePeer {
        @Override
        boolean mayPart(World world) {
            return true;
        }

        @Override
        boolean mayWrite(World world) {
            return true;
        }
    }
}
