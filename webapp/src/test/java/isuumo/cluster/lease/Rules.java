package isuumo.cluster.lease;

import isuumo.cluster.lease.LeaseTerms.Term;
import isuumo.cluster.lease.World.Stage;
import isuumo.gtid.GtidSet;
import java.util.List;

/** How the model uses the protocol's core: as the server does. A test overrides one method to break one rule. */
class Rules {
    /** Every host but the writer. */
    List<String> peers() {
        return List.of("b", "c");
    }

    /** In ticks. Clocks run alike here, so that the writer needs no margin. */
    LeaseTerms terms() {
        return new LeaseTerms(new Term(2, 2), new Term(3, 3), 3);
    }

    boolean mayServe(Leaseholder peer, long now) {
        return peer.mayServe(now);
    }

    Leaseholder replied(Leaseholder peer, Reply reply, long sentAt) {
        return peer.replied(reply, sentAt);
    }

    /** From when a peer counts its lease. */
    long leaseStart(long sentAt, long now) {
        return sentAt;
    }

    /** What a report tells: what is published, no more. */
    int reported(int position, int committed) {
        return position;
    }

    boolean mayAnswer(Grantor grantor, GtidSet write, long now) {
        return grantor.waitsFor(write, now).isEmpty();
    }

    /** Every write has ended first. */
    boolean mayPart(World world) {
        return world.writes().stream().noneMatch(stage -> stage == Stage.COMMITTED || stage == Stage.REGISTERED);
    }

    boolean mayWrite(World world) {
        return !world.grantor().isParting();
    }

    /** Once it has parted, and without a write under way, since it has not let one in after that. */
    boolean mayHandOver(World world) {
        return world.grantor().isParting() && mayPart(world);
    }

    /** What a writer that has handed over serves by. */
    Leaseholder former(Tenure tenure, long now) {
        return Leaseholder.starting(terms(), now).inherited(now).within(tenure);
    }

    /** What it shows. */
    int formerPosition(int committed) {
        return committed;
    }

    /** @param lost the former writer's name where it has ended, and nobody asked it; else null */
    Grantor succeeded(GtidSet executed, long now, long sessions, String lost) {
        Grantor next = started(executed, now, sessions);
        return lost == null ? next : next.without(List.of(lost));
    }

    /** Of an office that begins. */
    Tenure tenure(long now) {
        return Tenure.ENDLESS;
    }

    /** Whether another may become the writer while this one runs, without its agreement. */
    boolean mayReplace(Tenure tenure, long now) {
        return !tenure.runs(now);
    }

    boolean mayServe(Tenure tenure, long now) {
        return tenure.runs(now);
    }

    boolean mayAnswer(Tenure tenure, long now) {
        return tenure.runs(now);
    }

    boolean mayGrant(Tenure tenure, long now) {
        return tenure.runs(now);
    }

    Grantor.Step report(Grantor grantor, Report report, long now) {
        return grantor.report(report, now);
    }

    /** @param sessions how many sessions all writers so far have given out */
    Grantor started(GtidSet executed, long now, long sessions) {
        return new Grantor(terms(), peers(), executed, now, sessions + 1);
    }
}
