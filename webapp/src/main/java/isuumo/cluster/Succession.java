package isuumo.cluster;

import isuumo.cluster.Agreement.Answers;
import isuumo.gtid.GtidSet;
import isuumo.http.ApiError;
import isuumo.outcome.Outcome;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.logging.Logger;

/**
 * How one host hands the office of the writer to another, while both serve. Thread-safe; one change at a time.
 *
 * <p>Whoever becomes the writer has the agreement of more than half of the hosts, and the former writer's: that one has ended its
 * writes and taken none since, and serves on like a peer that it has given a parting lease. A former writer that is named as
 * fenced needs not agree; it may hold what no other has, so that it serves nothing when it is back, until it is made a replica.
 * Too few suffice only where all others are fenced.
 *
 * <p>It is no election: somebody else names the writer and the number, brings the databases into the same order before, and does
 * not name two hosts with one number. Where that is done without people a writer whose tenure has ended is named like one that is
 * fenced: it answers nothing, and fences itself when it hears of the next.
 */
final class Succession implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Succession.class.getName());
    /** How long writes that are under way may take to end before a writer does not let go. */
    private static final Duration LAST_WRITES = Duration.ofSeconds(5);
    /** Time for those and for the parting leases. */
    private static final Duration FORMER_WRITERS_ANSWER = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofMillis(200);
    /** How long a new writer serves by its former lease, if that lasts, until its catalogs hold all there is. */
    private static final Duration CATCHING_UP = Duration.ofSeconds(2);

    private final Topology topology;
    private final Member member;
    private final MandateFile file;
    private final Agreement agreement;
    private final ReentrantLock changing = new ReentrantLock();
    private volatile Mandate mandate;
    private volatile Supplier<GtidSet> position;
    private volatile boolean confirmed;
    private volatile boolean closing;

    Succession(Topology topology, Member member) {
        this.topology = topology;
        this.member = member;
        file = new MandateFile(topology.mandateFile());
        agreement = new Agreement(topology);
        mandate = file.read().orElse(new Mandate(0, topology.writer()));
        if (!topology.hosts().containsKey(mandate.writer())) {
            throw new IllegalArgumentException("ISUUMO_MANDATE_FILE names " + mandate.writer()
                    + ", which is none of the hosts of ISUUMO_CLUSTER; those are " + topology.hosts().keySet());
        }
    }

    Mandate mandate() {
        return mandate;
    }

    private void requireHost(String name) {
        if (!topology.hosts().containsKey(name)) {
            throw ApiError.badRequest(name + " is none of the hosts " + topology.hosts().keySet());
        }
    }

    private boolean isOwn(Mandate some) {
        return some.writer().equals(topology.self());
    }

    /**
     * At the start: takes the office up again, once most hosts say that no other has it by now. The first time, when there is nothing
     * remembered, no other can have it: then the others may not be there yet.
     */
    void begin() throws SQLException, InterruptedException {
        String said = "";
        boolean first = file.isNew();
        while (isOwn(mandate) && !closing) {
            Answers answers = agreement.seek(mandate, topology.others(), ANSWER);
            if (answers.other().isPresent() && mandate.isBefore(answers.other().get())) {
                hear(answers.other().get());
            } else if (first || confirmed || isMost(answers.holding().size())) {
                resume();
                return;
            }
            String trouble = "asking the other hosts whether one of them writes by now: " + answers.trouble();
            if (!trouble.equals(said)) {
                LOG.info(trouble);
                said = trouble;
            }
            Thread.sleep(PAUSE);
        }
    }

    /** With this one. */
    private boolean isMost(int others) {
        return 2 * (others + 1) > topology.hosts().size();
    }

    private void resume() throws SQLException {
        changing.lock();
        try {
            if (isOwn(mandate)) { // nobody said otherwise meanwhile
                Office office = member.newOffice(mandate.number());
                office.begin("it has just started", Set.of(), member.database()::executedOnPrimary);
                write(mandate);
                member.become(office);
            }
        } finally {
            changing.unlock();
        }
    }

    /** The catalogs are built: this host may become the writer. */
    void start(Supplier<GtidSet> catalogs) {
        position = catalogs;
        Office office = member.office();
        if (office != null) {
            office.started(catalogs.get());
        }
    }

    /**
     * Holds a later mandate than its own from now on. Another host is the writer by it: one that is told to be so itself waits
     * for its {@link #appoint appointment}.
     *
     * @throws Outcome.NotBegun when this host is the writer, and cannot let go
     */
    void hear(Mandate next) throws InterruptedException {
        requireHost(next.writer());
        changing.lock();
        try {
            if (!mandate.isBefore(next) || isOwn(next)) {
                return;
            }
            if (member.office() != null) {
                leave(member.office(), next);
            } else if (isOwn(mandate)) {
                fence(next, "was away");
            } else {
                write(next);
                mandate = next;
            }
            member.peer().follow();
            LOG.info(() -> next.writer() + " is the writer from now on, by mandate " + next.number());
        } finally {
            changing.unlock();
        }
    }

    /** Without tenure another host may have become the writer already, without this one's agreement. */
    private void leave(Office office, Mandate next) throws InterruptedException {
        if (office.hasTenure()) {
            letGo(office, next);
        } else {
            fence(next, "had no tenure");
        }
    }

    private void letGo(Office office, Mandate next) throws InterruptedException {
        if (!office.quiesce(LAST_WRITES)) {
            int inside = office.door().inside();
            office.door().reopen();
            throw new Outcome.NotBegun(inside + " writes have not ended after " + LAST_WRITES.toSeconds()
                    + " s, so this host is still the writer");
        }
        if (!office.hasTenure()) {
            fence(next, "had no tenure");
            return;
        }
        try {
            write(next);
        } catch (Outcome.NotBegun e) {
            office.door().reopen();
            throw e;
        }
        List<String> late = office.part(LAST_WRITES);
        if (!late.isEmpty()) {
            LOG.warning(() -> late + " did not ask in time for a lease to serve by until " + next.writer() + " writes");
        }
        if (office.barrier().refusal().isEmpty()) {
            member.peer().lease().inherit(System.nanoTime());
        }
        member.peer().lease().keepWithin(office.tenure());
        mandate = next;
        member.become(null);
    }

    /**
     * It was the writer when it ended, or is and may have lost that, and was not asked before another became it.
     *
     * @param meanwhile why it could not be
     */
    private void fence(Mandate next, String meanwhile) {
        mandate = next; // not its file's: it is fenced at its next start too
        member.peer().lease().fence(next.writer() + " became the writer (mandate " + next.number()
                + ") while this host, which was it, " + meanwhile
                + ". Its database may hold what no other has; ./deploy.sh provision makes it a replica");
        member.become(null);
        LOG.warning(() -> member.peer().lease().refusal().orElseThrow());
    }

    /**
     * Makes this host the writer. Its database takes writes, and holds all that any host's does, already.
     *
     * @param number higher than that of any mandate before
     * @param without hosts that neither serve nor write: nobody reaches them, or their tenure has ended
     * @throws ApiError 409 when another host has become the writer with this number or a later one
     * @throws Outcome.NotBegun when it cannot be for now: the message says why
     */
    void appoint(long number, Set<String> without) throws InterruptedException {
        without.forEach(this::requireHost);
        Mandate own = new Mandate(number, topology.self());
        changing.lock();
        try {
            if (mandate.equals(own) && member.office() != null) {
                return;
            }
            requireEligible(own);
            member.database().executedOnWritablePrimary(); // or nobody would write
            agree(own, without);
            if (position == null) { // begin waits for the hosts without which it may do so now
                write(own);
                mandate = own;
                confirmed = true;
                return;
            }
            Office office = member.newOffice(number);
            office.begin("it has just become the writer", without, member.database()::executedOnWritablePrimary);
            awaitCaughtUp(office);
            write(own);
            mandate = own;
            member.become(office);
            member.peer().follow(); // what it holds to hand on comes here
            office.started(position.get());
            office.barrier().shown(position);
            LOG.info(() -> "this host is the writer from now on, by mandate " + number);
        } catch (SQLException e) {
            throw new Outcome.NotBegun("the database does not take writes: " + e.getMessage(), e);
        } finally {
            changing.unlock();
        }
    }

    private void requireEligible(Mandate own) {
        if (member.office() != null) {
            throw ApiError.conflict("This host is the writer already, by mandate " + mandate.number());
        }
        if (!mandate.isBefore(own)) {
            throw ApiError.conflict("Mandate " + own.number() + " is not later than this host's, " + mandate
                    + "; use a higher number");
        }
        if (position == null && !isOwn(mandate)) {
            throw new Outcome.NotBegun("this host is starting");
        }
        if (member.peer().lease().isFenced()) {
            throw ApiError.conflict(member.peer().lease().refusal().orElseThrow());
        }
    }

    private void agree(Mandate own, Set<String> without) throws InterruptedException {
        List<String> asked = topology.others().stream().filter(host -> !without.contains(host)).toList();
        Answers answers = agreement.seek(own, asked, FORMER_WRITERS_ANSWER);
        if (answers.other().isPresent() && !answers.other().get().isBefore(own)) {
            throw ApiError.conflict("Another host holds mandate " + answers.other().get() + "; use a higher number");
        }
        String former = mandate.writer();
        if (!isOwn(mandate) && !answers.holding().contains(former) && !without.contains(former)) {
            throw new Outcome.NotBegun("the writer " + former + " has not let go: " + answers);
        }
        boolean everyoneIsAccountedFor = answers.holding().size() + without.size() == topology.others().size();
        if (!isMost(answers.holding().size()) && !everyoneIsAccountedFor) {
            throw new Outcome.NotBegun("too few hosts agree: " + answers);
        }
    }

    private void awaitCaughtUp(Office office) throws InterruptedException {
        long deadline = System.nanoTime() + CATCHING_UP.toNanos();
        office.barrier().shown(position);
        while (office.barrier().refusal().isPresent() && System.nanoTime() < deadline) {
            Thread.sleep(Duration.ofMillis(5));
            office.barrier().shown(position);
        }
    }

    private void write(Mandate next) {
        try {
            file.write(next);
        } catch (IOException e) {
            throw new Outcome.NotBegun("this host cannot remember who writes: " + e, e);
        }
    }

    /** What other hosts hold, if the writer does not answer: it may be another by now. */
    void ask() throws InterruptedException {
        List<String> others = topology.others().stream().filter(host -> !host.equals(mandate.writer())).toList();
        Answers answers = agreement.seek(mandate, others, ANSWER);
        if (answers.other().isPresent()) {
            hear(answers.other().get());
        }
    }

    /** This process is about to end. */
    void end(Duration within) throws InterruptedException {
        closing = true;
        Office office = member.office();
        if (office != null) {
            office.partForGood(within);
        }
    }

    @Override
    public void close() {
        agreement.close();
    }
}
