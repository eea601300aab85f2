package isuumo.cluster.lease;

import isuumo.cluster.lease.Reply.Grant;
import isuumo.gtid.GtidSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The writer's side: who holds a lease, what each peer has confirmed, and for whom a write must wait. Immutable.
 *
 * <p>What it keeps true, at every moment of the writer's clock: a peer whose lease may still run has confirmed every
 * visible write that was answered. For a write is answered only when {@link #waitsFor} is empty, and a peer without a
 * lease gets one only when it covers all visible writes so far, answered or not.
 *
 * <p>What bounds the wait: a lease is renewed only by a report that covers what was visible when it was granted, so a
 * silent or lagging peer is out within one lease, and gone until it has caught up.
 *
 * <p>A writer that is about to end {@link #parting parts}: its peers get a longer lease, to serve by until the next writer
 * is there. It is waited for like any other, so that even a write after that would not be answered too early.
 *
 * <p>All times are of the writer's own monotonic clock, in the unit of the {@link LeaseTerms}, and never go back from
 * one call to the next.
 */
public final class Grantor {
    private final LeaseTerms terms;
    private final Map<String, HostLease> hosts;
    private final GtidSet visible;
    private final long lastSession;
    private final boolean parting;

    /**
     * A writer that has just started.
     *
     * @param peers every host but the writer
     * @param executed what the primary has executed, read after any earlier writer ended: what that one may have answered
     * @param started when this writer's process started, or earlier
     * @param firstSession no session of an earlier writer may have this number or one of the next
     */
    public Grantor(LeaseTerms terms, Collection<String> peers, GtidSet executed, long started, long firstSession) {
        this(terms, new TreeMap<>(), executed, firstSession - 1, false);
        peers.forEach(peer -> hosts.put(peer, HostLease.atStart(started, started + terms.start())));
    }

    private Grantor(LeaseTerms terms, Map<String, HostLease> hosts, GtidSet visible, long lastSession,
            boolean parting) {
        this.terms = terms;
        this.hosts = hosts;
        this.visible = visible;
        this.lastSession = lastSession;
        this.parting = parting;
    }

    /** These peers serve nothing by a lease of an earlier writer: nobody reaches them, or they have ended. */
    public Grantor without(Collection<String> ended) {
        Grantor next = this;
        for (String peer : ended) {
            next = next.with(peer, hosts.get(peer).ended(), lastSession);
        }
        return next;
    }

    /** From now on a report that covers all visible writes is granted a parting lease. */
    public Grantor parting() {
        return new Grantor(terms, hosts, visible, lastSession, true);
    }

    boolean isParting() {
        return parting;
    }

    /** A visible write has been committed; to be called before it is waited for, and before anyone is told of it. */
    public Grantor committed(GtidSet write) {
        return withVisible(visible.plus(write));
    }

    /** The state after a report, and the answer to it. */
    public record Step(Grantor next, Reply reply) {}

    /** @throws IllegalArgumentException when the host is none of the peers */
    public Step report(Report report, long now) {
        HostLease host = hosts.get(report.host());
        if (host == null) {
            throw new IllegalArgumentException(report.host() + " is none of the peers " + hosts.keySet());
        }
        if (report.session() == Report.JOIN) {
            return new Step(with(report.host(), host.joined(lastSession + 1, now), lastSession + 1),
                    new Reply(lastSession + 1, Grant.NONE, visible));
        }
        if (report.session() != host.session()) {
            return new Step(this, new Reply(Report.JOIN, Grant.NONE, visible));
        }
        HostLease told = host.confirmed(report.position());
        if (report.settled()) {
            told = told.settled(now);
        }
        GtidSet required = host.isLeased(now) ? host.due() : visible;
        if (!told.confirmed().covers(required)) {
            return new Step(with(report.host(), told, lastSession), new Reply(host.session(), Grant.NONE, required));
        }
        Grant grant = parting && told.confirmed().covers(visible) ? Grant.PARTING : Grant.USUAL;
        return new Step(with(report.host(), told.granted(visible, now + terms.of(grant).writer()), lastSession),
                new Reply(host.session(), grant, visible));
    }

    private Grantor with(String name, HostLease host, long session) {
        Map<String, HostLease> next = new TreeMap<>(hosts);
        next.put(name, host);
        return new Grantor(terms, next, visible, session, parting);
    }

    /** The peers that may still serve a state without this write. */
    public List<String> waitsFor(GtidSet write, long now) {
        return hosts(host -> host.mayServeWithout(write, now));
    }

    private List<String> hosts(Predicate<HostLease> wanted) {
        List<String> names = new ArrayList<>();
        hosts.forEach((name, host) -> {
            if (wanted.test(host)) {
                names.add(name);
            }
        });
        return names;
    }

    /** When, without any further report, the first of them stops to serve; {@code now} when there is none. */
    public long nextExpiry(GtidSet write, long now) {
        return now + hosts.values().stream().filter(host -> host.mayServeWithout(write, now))
                .mapToLong(host -> host.mayServeUntil() - now).min().orElse(0);
    }

    /** The peers for which no write waits: they do not serve until they have caught up. */
    public List<String> gone(long now) {
        return hosts(host -> host.mayServeUntil() - now <= 0);
    }

    /** The peers that hold a lease in their current session. */
    public List<String> leased(long now) {
        return hosts(host -> host.isLeased(now));
    }

    /** All visible writes so far. */
    public GtidSet visible() {
        return visible;
    }

    HostLease host(String name) {
        return hosts.get(name);
    }

    Grantor withVisible(GtidSet writes) {
        return new Grantor(terms, hosts, writes, lastSession, parting);
    }

    /** For tests that break a rule on purpose. */
    Grantor withHost(String name, HostLease host) {
        return with(name, host, lastSession);
    }
}
