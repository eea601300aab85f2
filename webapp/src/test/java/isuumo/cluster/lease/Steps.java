package isuumo.cluster.lease;

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
    /** Takes a step's name, which is rarely asked for, and the state after it. */
    interface Sink {
        void accept(Supplier<String> name, World next);
    }

    void after(World world, Sink sink) {
        sink.accept(() -> "a tick passes", world.tick());
        commit(world, sink);
        for (int write = 1; write <= world.committed(); write++) {
            answer(world, write, sink);
        }
        for (Peer peer : world.peers()) {
            peer(world, peer, sink);
        }
        if (world.stray() != null) {
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
        for (Peer peer : world.peers()) {
            succeed(world, peer, sink);
        }
    }

    /** A peer becomes the writer, and the writer a peer, which goes by the other's name from then on. */
    private void succeed(World world, Peer peer, Sink sink) {
        World alone = world.stray() != null && world.stray().host().equals(peer.name()) ? world.stray(null) : world;
        if (world.faults() == 0) {
            return;
        }
        if (rules.mayHandOver(world)) {
            Peer former = new Peer(peer.name(), rules.formerPosition(world.committed()), rules.former(world.now()),
                    null);
            sink.accept(() -> "the writer hands over to " + peer.name(),
                    alone.fault().with(succeeded(world, null), world.writes()).with(former));
        }
        Peer back = new Peer(peer.name(), 0, Leaseholder.starting(rules.terms(), world.now()), null);
        sink.accept(() -> "the writer ends, and " + peer.name() + " takes its place",
                alone.fault().with(succeeded(world, peer.name()), orphaned(world)).with(back));
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
        } else if (stage == Stage.REGISTERED && rules.mayAnswer(world.grantor(), id, world.now())) {
            sink.accept(() -> "write " + write + " is answered",
                    world.with(world.grantor(), world.stages(write, Stage.ANSWERED)));
        }
    }

    private void peer(World world, Peer peer, Sink sink) {
        String name = peer.name();
        if (peer.position() < world.committed()) {
            sink.accept(() -> name + " shows write " + (peer.position() + 1),
                    world.with(peer.at(peer.position() + 1)));
        }
        if (peer.call() == null) {
            send(world, peer, sink);
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
        Received received = receive(world, call.report());
        sink.accept(() -> "the writer receives, late, " + call.report(),
                received.next.with(peer.calling(new Call(call.report(), call.sentAt(), received.reply))));
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
                orphaned(world));
    }
}
