package isuumo.cluster;

import isuumo.cluster.lease.Leaseholder;
import isuumo.cluster.lease.Reply;
import isuumo.cluster.lease.Report;
import isuumo.gtid.GtidSet;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.logging.Logger;

/**
 * A peer's thread that reports to the writer: at once when this host shows something new, else every quarter lease, one
 * report at a time. While this host is the writer itself it does nothing.
 */
final class Reporter implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Reporter.class.getName());

    private final Topology topology;
    private final Succession succession;
    private final HostClient hosts;
    private final PeerLease lease;
    private final long everyNanos;
    private final Duration timeout;
    private final HttpClient client;
    private final Semaphore news = new Semaphore(0);
    private volatile Thread thread;
    private volatile boolean closing;
    private volatile GtidSet lacking = GtidSet.EMPTY;
    private String said = "";

    Reporter(Topology topology, PeerLease lease, Succession succession) {
        this.topology = topology;
        this.succession = succession;
        hosts = new HostClient(topology);
        this.lease = lease;
        everyNanos = topology.lease().dividedBy(4).toNanos();
        timeout = topology.lease().dividedBy(5); // below the quarter: a lost report must not cost the next one's turn
        client = HttpClient.newBuilder().version(Version.HTTP_1_1).connectTimeout(timeout).build();
    }

    /** @param position what this host's catalogs hold: what is told must have been published before */
    public void start(Supplier<GtidSet> position) {
        thread = Thread.ofPlatform().name("lease-reporter").daemon().start(() -> run(position));
    }

    /** This host's catalogs have got that far. */
    public void shown(GtidSet now, boolean visible) {
        GtidSet awaited = lacking;
        if (visible || !awaited.isEmpty() && now.covers(awaited)) {
            news.release();
        }
    }

    private void run(Supplier<GtidSet> position) {
        while (!closing) {
            Leaseholder asked = lease.current(); // before the position: what is forfeited meanwhile counts for nothing
            boolean silent = lease.isSuspended() || writer().equals(topology.self());
            Outcome outcome = silent ? Outcome.DONE : report(asked, position.get());
            try {
                if (outcome == Outcome.FAILED) {
                    Thread.sleep(timeout.dividedBy(4)); // a refused connection fails at once
                } else if (outcome == Outcome.DONE) {
                    news.tryAcquire(everyNanos, TimeUnit.NANOSECONDS);
                }
                news.drainPermits();
            } catch (InterruptedException _) {
                return; // closing
            }
        }
    }

    private String writer() {
        return succession.mandate().writer();
    }

    private enum Outcome {
        DONE, AGAIN, FAILED
    }

    private Outcome report(Leaseholder asked, GtidSet position) {
        long sentAt = System.nanoTime();
        boolean settled = asked.settled(sentAt);
        Report report = new Report(topology.self(), asked.session(), position, settled);
        try {
            Reply reply = send(report);
            lacking = reply.granted() ? GtidSet.EMPTY : reply.required();
            lease.replied(asked, reply, sentAt);
            boolean joining = !reply.granted() && reply.session() != asked.session();
            say(switch (reply.grant()) {
                case PARTING -> "the writer parts";
                case USUAL -> "the writer grants leases";
                case NONE -> joining ? "joining" : "behind the writer";
            });
            boolean settling = reply.granted() && !settled; // a visible write may be waiting to hear of it
            return joining || settling ? Outcome.AGAIN : Outcome.DONE;
        } catch (IOException | IllegalArgumentException e) {
            String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            lease.unanswered("the writer " + writer() + " does not answer: " + why);
            if (!lease.mayServe()) { // one lost report is no news
                say("the lease has run out, no answer from the writer: " + why);
                askOthers();
            }
            return Outcome.FAILED;
        } catch (InterruptedException _) {
            closing = true;
            return Outcome.FAILED;
        }
    }

    private Reply send(Report report) throws IOException, InterruptedException {
        HttpRequest request = hosts.ask(writer(), "POST", ReportRoute.PATH).timeout(timeout)
                .header("Content-Type", "application/json").POST(BodyPublishers.ofByteArray(Messages.json(report)))
                .build();
        HttpResponse<byte[]> response = hosts.send(client, request);
        if (response.statusCode() == ReportRoute.MISDIRECTED_REQUEST_421.code()) {
            succession.hear(Messages.mandate(response.body()));
            throw new IOException(writer() + " is not the writer, or not yet");
        }
        if (response.statusCode() != 200) {
            throw new IOException("status " + response.statusCode() + ": "
                    + Messages.text(response.body()));
        }
        return Messages.reply(response.body());
    }

    /** At most one for each report that fails. */
    private void askOthers() {
        try {
            succession.ask();
        } catch (InterruptedException _) {
            closing = true;
        }
    }

    /** Reports now: the writer is another. */
    void wake() {
        news.release();
    }

    /** Changes only: reports come often. */
    private void say(String what) {
        if (!what.equals(said)) {
            said = what;
            LOG.info(what);
        }
    }

    @Override
    public void close() {
        closing = true;
        Thread reporting = thread;
        if (reporting != null) {
            reporting.interrupt();
        }
        client.shutdownNow();
    }
}
