package isuumo.cluster.lease;

import isuumo.cluster.lease.Reply.Grant;
import isuumo.cluster.lease.World.Call;
import isuumo.cluster.lease.World.Peer;
import isuumo.cluster.lease.World.Stage;
import isuumo.gtid.GtidSet;

/**
 * What two states have in common that go on alike: times count from now, a lapsed lease is like none, sessions are told
 * apart but their numbers do not matter, and neither does which peer is which.
 */
record StateKey(long first, long second) {
    static StateKey of(World world) {
        Bits common = new Bits();
        for (Stage stage : world.writes()) {
            common.add(stage.ordinal(), 3);
        }
        common.add(world.faults(), 3).add(subset(world.grantor().visible()), 2)
                .add(world.grantor().isParting() ? 1 : 0, 1);
        long one = peer(world, world.peers().getFirst());
        long other = peer(world, world.peers().getLast());
        long shared = common.value << PEER_BITS;
        long office = new Bits().add(rest(world.tenure(), world), 2)
                .add(world.left() == null ? 0 : 1 + rest(world.left().until(), world), 3).value << PEER_BITS;
        return new StateKey(shared | Math.min(one, other), office | Math.max(one, other));
    }

    private static final int PEER_BITS = 49;

    private static long peer(World world, Peer peer) {
        HostLease host = world.grantor().host(peer.name());
        Sessions sessions = new Sessions();
        Bits bits = new Bits().add(sessions.number(host.session()), 3)
                .add(World.positionOf(host.confirmed()), 2)
                .add(host.isLeased(world.now()) ? subset(host.due()) : 0, 2)
                .add(rest(host.until(), world), 2)
                .add(rest(host.formerUntil(), world), 3)
                .add(peer.position(), 2)
                .add(sessions.number(peer.lease().session()), 3)
                .add(rest(peer.lease().until(), world), 3)
                .add(peer.lease().settled(world.now()) ? 1 : 0, 1)
                .add(peer.former() == null ? 0 : 1 + rest(peer.former(), world), 2);
        Call call = isTooLate(peer, world) ? null : peer.call();
        bits.add(call == null ? 0 : call.reply() == null ? 1 : 2, 2);
        if (call != null) {
            bits.add(age(call, world), 2);
            if (call.reply() == null) {
                report(bits, call.report(), sessions);
            } else {
                bits.add(call.reply().grant().ordinal(), 2).add(sessions.number(call.reply().session()), 3);
            }
        }
        Report stray = world.stray();
        if (stray != null && stray.host().equals(peer.name())) {
            report(bits.add(1, 1), stray, sessions);
        }
        return bits.value | (long) bits.used << PEER_BITS - 6; // the length tells what the bits mean
    }

    private static void report(Bits bits, Report report, Sessions sessions) {
        bits.add(World.positionOf(report.position()), 2).add(sessions.number(report.session()), 3)
                .add(report.settled() ? 1 : 0, 1);
    }

    /** A lease that has run out before its grant arrives is like a lost answer, unless it takes another's place. */
    private static boolean isTooLate(Peer peer, World world) {
        Call call = peer.call();
        return call != null && call.reply() != null && call.reply().granted() && peer.lease().settled(world.now())
                && world.now() - call.sentAt() >= term(call, world);
    }

    /** No grant counts from earlier than a term ago, and what grants nothing has no age. */
    private static int age(Call call, World world) {
        boolean counts = call.reply() == null || call.reply().granted();
        return counts ? (int) Math.min(world.now() - call.sentAt(), term(call, world)) : 0;
    }

    private static long term(Call call, World world) {
        LeaseTerms terms = world.peers().getFirst().lease().terms();
        return terms.of(call.reply() == null ? Grant.PARTING : call.reply().grant()).peer();
    }

    private static int rest(long until, World world) {
        return (int) Math.max(0, until - world.now());
    }

    private static int rest(Tenure tenure, World world) {
        return tenure.limited() ? rest(tenure.until(), world) : 0;
    }

    private static int subset(GtidSet writes) {
        if (writes.isEmpty() || writes == World.position(World.WRITES)) {
            return writes.isEmpty() ? 0 : 3;
        }
        return (writes.covers(World.write(1)) ? 1 : 0) + (writes.covers(World.write(2)) ? 2 : 0);
    }

    /** Numbers sessions in the order in which they are met. */
    private static final class Sessions {
        private final long[] met = new long[6]; // the first is Report.JOIN
        private int count = 1;

        int number(long session) {
            met[count] = session;
            int number = 0;
            while (met[number] != session) {
                number++;
            }
            count = Math.max(count, number + 1);
            return number;
        }
    }

    /** Small numbers side by side; fails rather than let two run into each other. */
    private static final class Bits {
        private long value;
        private int used;

        Bits add(int number, int width) {
            used += width;
            if (number < 0 || number >= 1 << width || used > PEER_BITS - 6) {
                throw new IllegalStateException(number + " does not fit into " + width + " bits after " + used);
            }
            value = value << width | number;
            return this;
        }
    }
}
