package isuumo.cluster.lease;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Visits every state that can be reached, the nearest first, so that a counterexample is a shortest one. */
final class Exploration {
    private static final int NONE = -1;

    private final Steps steps;
    private final Predicate<World> holds;
    private final StateTable seen = new StateTable();
    private final Deque<Visit> frontier = new ArrayDeque<>();
    private int violation = NONE;
    private long taken;

    private record Visit(World world, int state) {}

    Exploration(Steps steps, Predicate<World> holds) {
        this.steps = steps;
        this.holds = holds;
    }

    /** @return the steps to a state in which the invariant does not hold, if there is one */
    Optional<List<String>> run(World initial) {
        visit(initial, NONE);
        while (violation == NONE && !frontier.isEmpty()) {
            Visit visit = frontier.remove();
            steps.after(visit.world, (_, next) -> visit(next, visit.state));
        }
        return violation == NONE ? Optional.empty() : Optional.of(trace(initial));
    }

    private void visit(World world, int parent) {
        taken++;
        int state = seen.add(StateKey.of(world), parent);
        if (state != StateTable.SEEN && violation == NONE) {
            frontier.add(new Visit(world, state));
            if (!holds.test(world)) {
                violation = state;
            }
        }
    }

    /** Worlds are not kept: the way is gone again, from key to key. */
    private List<String> trace(World initial) {
        LinkedList<Integer> way = new LinkedList<>();
        for (int state = violation; state != NONE; state = seen.parent(state)) {
            way.addFirst(state);
        }
        way.removeFirst();
        List<String> trace = new LinkedList<>();
        World[] here = {initial};
        for (int state : way) {
            StateKey wanted = seen.key(state);
            World from = here[0];
            here[0] = null;
            steps.after(from, (name, next) -> {
                if (here[0] == null && StateKey.of(next).equals(wanted)) {
                    trace.add(name.get());
                    here[0] = next;
                }
            });
        }
        return trace;
    }

    int states() {
        return seen.size();
    }

    long steps() {
        return taken;
    }
}
