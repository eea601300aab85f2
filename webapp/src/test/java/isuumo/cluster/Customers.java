package isuumo.cluster;

import static org.junit.jupiter.api.Assertions.assertTrue;

import isuumo.bench.data.DataSet;
import isuumo.bench.history.Checker;
import isuumo.bench.history.HistoryFile;
import isuumo.bench.history.Operation;
import isuumo.bench.history.Recorder;
import isuumo.bench.history.Target;
import isuumo.bench.history.Verdict;
import isuumo.testing.BuildDirectory;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Logger;

/** Buyers, uploaders and readers of three hosts, and the judge of what they saw. */
final class Customers {
    static final Set<Operation.Kind> READS = Set.of(Operation.Kind.DETAIL, Operation.Kind.LIST,
            Operation.Kind.FINAL);

    private static final Logger LOG = Logger.getLogger(Customers.class.getName());
    private static final int SEED = 7;

    private final ThreeHosts three;
    private final DataSet data;
    private final Recorder recorder;

    Customers(ThreeHosts three) throws IOException {
        this.three = three;
        data = DataSet.read(three.data);
        recorder = new Recorder(three.hosts.stream().map(host -> new Target(host.name(), host.uri())).toList(), data,
                SEED);
    }

    /** Something is done to the hosts. */
    interface Change {
        void run() throws Exception;
    }

    /** What they see until it is done, in rounds: a reader's ends with the round, a write's once it is answered. */
    List<Operation> during(Duration round, Change change) throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        CompletableFuture<List<Operation>> clients = CompletableFuture.supplyAsync(() -> {
            List<Operation> history = new ArrayList<>();
            while (!over.get()) {
                history.addAll(record(round, Duration.ZERO));
            }
            return history;
        });
        try {
            change.run();
        } finally {
            over.set(true);
        }
        return clients.get(2, TimeUnit.MINUTES);
    }

    /** While hosts break, what is asked for at the end of a round is not the end. */
    static List<Operation> withoutFinal(List<Operation> history) {
        return history.stream().filter(o -> o.kind() != Operation.Kind.FINAL).toList();
    }

    /** As {@link Recorder#record}. */
    List<Operation> record(Duration load, Duration settle) {
        try {
            return recorder.record(load, settle);
        } catch (InterruptedException | ExecutionException e) {
            throw new CompletionException(e);
        }
    }

    /** @param atLeast so many purchases, to tell anything */
    void judge(List<Operation> history, int atLeast) throws Exception {
        HistoryFile.write(BuildDirectory.resolve("cluster-history.jsonl"), history);
        Verdict verdict = new Checker(history, HistoryFile.stocksOf(data.chairs()), three.databases.stocks()).verdict();
        LOG.info(verdict::toString);
        assertTrue(verdict.holds(), verdict::toString);
        assertTrue(verdict.purchases() > atLeast && verdict.uploads() > atLeast / 20, verdict::toString);
    }
}
