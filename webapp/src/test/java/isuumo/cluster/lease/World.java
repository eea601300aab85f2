package isuumo.cluster.lease;

import isuumo.gtid.GtidSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One state of the model: a writer with its primary database, its peers with their catalogs, and what is under way
 * between them. Immutable.
 *
 * <p>Positions are numbers: a catalog at n holds the first n writes. A host that is down or paused is one that takes no
 * step while time passes, so that there is no state of its own for it.
 *
 * @param now ticks since the start
 * @param writes each visible write's stage, in the order of their commits
 * @param stray a report that nobody waits for any more: delayed, duplicated, or of a process that has ended
 * @param faults how many more may happen
 * @param sessions given out so far, by all writers
 * @param tenure the writer's
 * @param left what the writer serves by that has let go, until another begins; null in office
 */
record World(long now, List<Stage> writes, Grantor grantor, List<Peer> peers, Report stray, int faults,
        long sessions, Tenure tenure, Leaseholder left) {
    static final int WRITES = 2;

    private static final List<GtidSet> WRITE = ids("%d");
    private static final List<GtidSet> PREFIX = ids("1-%d");

    enum Stage {
        NONE, COMMITTED, REGISTERED, ANSWERED, ORPHANED,
        /** Answered by a former writer, which alone has it. */
        LOST
    }

    /**
     * A peer's process: what it serves, its lease, and the report that it waits for an answer to.
     *
     * @param former the tenure of a writer that another has replaced, and that has not heard of it; else null
     */
    record Peer(String name, int position, Leaseholder lease, Call call, Tenure former) {
        Peer(String name, int position, Leaseholder lease, Call call) {
            this(name, position, lease, call, null);
        }

        Peer at(int newPosition) {
            return new Peer(name, newPosition, lease, call);
        }

        Peer calling(Call newCall) {
            return new Peer(name, position, lease, newCall);
        }
    }

    /** @param reply null while the report is under way */
    record Call(Report report, long sentAt, Reply reply) {}

    private static List<GtidSet> ids(String form) {
        return IntStream.rangeClosed(0, WRITES)
                .mapToObj(n -> n == 0
                        ? GtidSet.EMPTY
                        : GtidSet.parse("3e11fa47-71ca-11e1-9e33-c80aa9429562:" + form.formatted(n)))
                .toList();
    }

    /** The first writer's start is long past: nobody can hold a lease of an earlier one. */
    static World initial(Rules rules, int faults) {
        long started = -rules.terms().start();
        Leaseholder lease = Leaseholder.starting(rules.terms(), 0);
        return new World(0, List.of(Stage.NONE, Stage.NONE), rules.started(GtidSet.EMPTY, started, 0),
                rules.peers().stream().map(name -> new Peer(name, 0, lease, null)).toList(), null, faults, 0,
                rules.tenure(0), null);
    }

    /** @param write from 1 */
    static GtidSet write(int write) {
        return WRITE.get(write);
    }

    static GtidSet position(int n) {
        return PREFIX.get(n);
    }

    static int positionOf(GtidSet prefix) {
        int n = WRITES;
        while (prefix != position(n) && !prefix.covers(position(n))) {
            n--;
        }
        return n;
    }

    int committed() {
        int n = 0;
        while (n < WRITES && writes.get(n) != Stage.NONE) {
            n++;
        }
        return n;
    }

    /** A catalog that is served must be here, to hold all that was answered. */
    int answered() {
        return writes.lastIndexOf(Stage.ANSWERED) + 1;
    }

    World tick() {
        return new World(now + 1, writes, grantor, peers, stray, faults, sessions, tenure, left);
    }

    World with(Peer peer) {
        Peer first = peers.getFirst();
        Peer last = peers.getLast();
        List<Peer> next = first == last
                ? List.of(peer)
                : first.name().equals(peer.name()) ? List.of(peer, last) : List.of(first, peer);
        return new World(now, writes, grantor, next, stray, faults, sessions, tenure, left);
    }

    /** The writer has answered a report. */
    World with(Grantor next, Report report) {
        long given = report.session() == Report.JOIN ? sessions + 1 : sessions;
        return new World(now, writes, next, peers, stray, faults, given, tenure, left);
    }

    World with(Grantor next, List<Stage> stages) {
        return new World(now, stages, next, peers, stray, faults, sessions, tenure, left);
    }

    World stray(Report report) {
        return new World(now, writes, grantor, peers, report, faults, sessions, tenure, left);
    }

    World fault() {
        return new World(now, writes, grantor, peers, stray, faults - 1, sessions, tenure, left);
    }

    /** In office by this tenure. */
    World during(Tenure next) {
        return new World(now, writes, grantor, peers, stray, faults, sessions, next, null);
    }

    /** Out of office, and served by this lease. */
    World left(Leaseholder lease) {
        return new World(now, writes, grantor, peers, stray, faults, sessions, tenure, lease);
    }

    /** @param write from 1 */
    List<Stage> stages(int write, Stage stage) {
        return write == 1 ? List.of(stage, writes.get(1)) : List.of(writes.get(0), stage);
    }
}
