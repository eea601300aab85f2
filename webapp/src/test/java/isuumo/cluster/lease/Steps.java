package isuumo.cluster.lease;

import isuumo.cluster.lease.Reply.Grant;
import isuumo.cluster.lease.World.Call;
import isuumo.cluster.lease.World.Peer;
import isuumo.cluster.lease.World.Stage;
import isuumo.gtid.GtidSet;
import java.util.List;
import java.util.function.Supplier;

/**
 * Every step that can follow a state, with its name.
 *
 * <p>A report normally reaches the writer in the tick in which it was sent; answers take any time. That a report is late,
 * comes twice, or outlives its sender is a fault, as is a crash, and as is another writer; their number is bounded. Losses and
 * pauses are not.
 */
record Steps(Rules rules) {
    /** In ticks; shorter than any lease. */
    private static final int TENURE = 1;

    /** Takes a step's name, which is rarely asked for, and the state after it. */
    interface Sink {
        void accept(Supplier<String> name, World next);
    }

    void after(World world, Sink sink) {
        sink.accept(() -> "a tick passes", world.tick());
        if (world.left() != null) {
            world.peers().forEach(peer -> replace(world, peer, sink));
            return; // nobody writes or grants, and what the peers do meanwhile they can do afterwards as well
        }
        commit(world, sink);
        for (int write = 1; write <= world.committed(); write++) {
            answer(world, write, sink);
        }
        for (Peer peer : world.peers()) {
            peer(world, peer, sink);
        }
        if (world.stray() != null && grants(world)) {
            Report stray = world.stray();
            sink.accept(() -> "the writer receives the stray " + stray, receive(world, stray).next.stray(null));
        }
        writer(world, sink);
    }

    /** One that parts grants longer leases until it ends, which is a fault like a crash. */
    private void writer(World world, Sink sink) {
        if (!world.grantor().isParting() && rules.mayPart(world)) {
            sink.accept(() -> "the writer parts", world.with(world.grantor().parting(), world.writes()));
        }
        if (world.faults() > 0) {
            sink.accept(() -> "the writer ends and restarts", restartWriter(world.fault()));
        }
        if (world.tenure().limited()) {
            Tenure next = world.tenure().extended(world.now() + TENURE, world.now());
            sink.accept(() -> "the tenure is extended", world.during(next));
        }
        for (Peer peer : world.peers()) {
            succeed(world, peer, sink);
        }
    }

    private boolean grants(World world) {
        return rules.mayGrant(world.tenure(), world.now());
    }

    /** The writer runs on, and is not asked: it has heard nothing for a tenure, or it let go, and nobody knows. */
    private void replace(World world, Peer peer, Sink sink) {
        if (world.faults() == 0 || peer.former() != null || !rules.mayReplace(world.tenure(), world.now())) {
            return;
        }
        boolean inOffice = world.left() == null;
        Leaseholder lease = inOffice ? Leaseholder.starting(rules.terms(), world.now()) : world.left();
        Peer former = new Peer(peer.name(), world.committed(), lease, null, inOffice ? world.tenure() : null);
        sink.accept(() -> peer.name() + " takes the place of the writer, which runs on",
                replaced(world, peer).with(succeeded(world, peer.name()), orphaned(world)).with(former));
    }

    private World replaced(World world, Peer peer) {
        World alone = world.stray() != null && world.stray().host().equals(peer.name()) ? world.stray(null) : world;
        return alone.fault().during(rules.tenure(world.now()));
    }

    /** A peer becomes the writer, and the writer a peer, which goes by the other's name from then on. */
    private void succeed(World world, Peer peer, Sink sink) {
        if (world.faults() == 0 || peer.former() != null) {
            return;
        }
        if (rules.mayHandOver(world) && world.tenure().runs(world.now())) {
            Leaseholder lease = rules.former(world.tenure(), world.now());
            Peer former = new Peer(peer.name(), rules.formerPosition(world.committed()), lease, null);
            sink.accept(() -> "the writer hands over to " + peer.name(),
                    replaced(world, peer).with(succeeded(world, null), world.writes()).with(former));
            if (world.tenure().limited()) {
                sink.accept(() -> "the writer lets go", world.left(lease));
            }
        }
        replace(world, peer, sink);
        Peer back = new Peer(peer.name(), 0, Leaseholder.starting(rules.terms(), world.now()), null);
        sink.accept(() -> "the writer ends, and " + peer.name() + " takes its place",
                replaced(world, peer).with(succeeded(world, peer.name()), orphaned(world)).with(back));
    }

    private Grantor succeeded(World world, String lost) {
        return rules.succeeded(World.position(world.committed()), world.now(), world.sessions(), lost);
    }

    private void commit(World world, Sink sink) {
        int write = world.committed() + 1;
        if (write <= World.WRITES && rules.mayWrite(world)) {
            sink.accept(() -> "write " + write + " is committed",
                    world.with(world.grantor(), world.stages(write, Stage.COMMITTED)));
        }
    }

    private void answer(World world, int write, Sink sink) {
        GtidSet id = World.write(write);
        Stage stage = world.writes().get(write - 1);
        if (stage == Stage.COMMITTED) {
            Grantor next = world.grantor().committed(id);
            boolean both = next.visible().equals(World.position(World.WRITES)); // the same object makes keys cheap
            sink.accept(() -> "the writer learns the id of write " + write, world.with(
                    both ? next.withVisible(World.position(World.WRITES)) : next,
                    world.stages(write, Stage.REGISTERED)));
        } else if (stage == Stage.REGISTERED && rules.mayAnswer(world.tenure(), world.now())
                && rules.mayAnswer(world.grantor(), id, world.now())) {
            sink.accept(() -> "write " + write + " is answered",
                    world.with(world.grantor(), world.stages(write, Stage.ANSWERED)));
        }
    }

    /** Its database takes writes that nobody else has. */
    private void former(World world, Peer peer, Sink sink) {
        int write = world.committed() + 1;
        if (write <= World.WRITES && rules.mayAnswer(peer.former(), world.now())) {
            sink.accept(() -> "the former writer answers write " + write,
                    world.with(world.grantor(), world.stages(write, Stage.LOST)));
        }
        for (Peer other : world.peers()) {
            boolean knowsNoOther = other.lease().session() != world.grantor().host(other.name()).session();
            boolean granted = other.position() >= peer.position() && rules.mayGrant(peer.former(), world.now());
            if (other.former() == null && knowsNoOther && granted && other.call() == null) {
                Reply reply = new Reply(other.lease().session(), Grant.USUAL, World.position(peer.position()));
                sink.accept(() -> "the former writer grants " + other.name() + " a lease", world.with(
                        new Peer(other.name(), other.position(), rules.replied(other.lease(), reply, world.now()),
                                null)));
            }
        }
        sink.accept(() -> "the former writer hears of the next, and is made a replica", world.with(
                new Peer(peer.name(), 0, Leaseholder.starting(rules.terms(), world.now()), null)));
    }

    private void peer(World world, Peer peer, Sink sink) {
        if (peer.former() != null) {
            former(world, peer, sink);
            return;
        }
        String name = peer.name();
        if (peer.position() < world.committed()) {
            sink.accept(() -> name + " shows write " + (peer.position() + 1),
                    world.with(peer.at(peer.position() + 1)));
        }
        if (peer.call() == null) {
            if (grants(world)) {
                send(world, peer, sink);
            }
        } else {
            if (peer.call().reply() == null) {
                underWay(world, peer, sink);
            } else {
                long start = rules.leaseStart(peer.call().sentAt(), world.now());
                sink.accept(() -> name + " receives " + peer.call().reply(), world.with(new Peer(name, peer.position(),
                        rules.replied(peer.lease(), peer.call().reply(), start), null)));
            }
            sink.accept(() -> "the report of " + name + " or its answer is lost", world.with(peer.calling(null)));
        }
        if (world.faults() > 0) {
            crash(world.fault(), peer, sink);
        }
    }

    private void send(World world, Peer peer, Sink sink) {
        Report report = new Report(peer.name(), peer.lease().session(),
                World.position(rules.reported(peer.position(), world.committed())), peer.lease().settled(world.now()));
        Call call = new Call(report, world.now(), null);
        Received received = receive(world, report);
        World answered = received.next.with(peer.calling(new Call(report, world.now(), received.reply)));
        sink.accept(() -> peer.name() + " sends " + report, answered);
        if (world.faults() > 0) {
            sink.accept(() -> peer.name() + " sends, late, " + report, world.with(peer.calling(call)).fault());
            if (world.stray() == null) {
                sink.accept(() -> peer.name() + " sends, twice, " + report, answered.stray(report).fault());
            }
        }
    }

    private void underWay(World world, Peer peer, Sink sink) {
        Call call = peer.call();
        if (grants(world)) {
            Received received = receive(world, call.report());
            sink.accept(() -> "the writer receives, late, " + call.report(),
                    received.next.with(peer.calling(new Call(call.report(), call.sentAt(), received.reply))));
        }
        if (world.stray() == null) {
            sink.accept(() -> peer.name() + " hangs up on " + call.report(),
                    world.with(peer.calling(null)).stray(call.report()));
        }
    }

    private record Received(World next, Reply reply) {}

    private Received receive(World world, Report report) {
        Grantor.Step step = rules.report(world.grantor(), report, world.now());
        return new Received(world.with(step.next(), report), step.reply());
    }

    /** The rebuilt catalog may even lack what the earlier process showed, as when the replica was restored. */
    private void crash(World world, Peer peer, Sink sink) {
        Call call = peer.call();
        for (int position = 0; position <= world.committed(); position++) {
            int rebuilt = position;
            World restarted = world.with(new Peer(peer.name(), position,
                    Leaseholder.starting(rules.terms(), world.now()), null));
            Supplier<String> name = () -> peer.name() + " crashes and restarts with " + rebuilt + " writes";
            sink.accept(name, restarted);
            if (call != null && call.reply() == null && world.stray() == null) {
                sink.accept(() -> name.get() + ", its report under way", restarted.stray(call.report()));
            }
        }
    }

    private static List<Stage> orphaned(World world) {
        return world.writes().stream()
                .map(stage -> stage == Stage.COMMITTED || stage == Stage.REGISTERED ? Stage.ORPHANED : stage).toList();
    }

    private World restartWriter(World world) {
        return world.with(rules.started(World.position(world.committed()), world.now(), world.sessions()),
                orphaned(world)).during(rules.tenure(world.now()));
    }
}
