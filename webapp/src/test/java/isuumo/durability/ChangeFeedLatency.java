package isuumo.durability;

import isuumo.FollowingHost;
import isuumo.catalog.Uploads;
import isuumo.feed.FeedTuning;
import isuumo.gtid.GtidSet;
import isuumo.store.Database;
import isuumo.store.RowStore;
import isuumo.table.ChairRow;
import isuumo.testing.Account;
import isuumo.testing.Replication;
import isuumo.testing.TestData;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.util.Arrays;

/**
 * Measures, over the real data set: how long after a commit has returned a transaction is applied, by the feed alone, at
 * the primary and at a replica; and the feeds' processor time. Run by hand; prints a table.
 */
final class ChangeFeedLatency {
    private static final int WARM_UP = 2_000;
    private static final int SALES = 5_000;
    private static final String LINE = "%-28s %9s %9s %9s %9s%n";

    private final Replication databases;
    private final FollowingHost writer;
    private final FollowingHost reader;
    private final Database database;

    private ChangeFeedLatency(Replication databases) throws Exception {
        this.databases = databases;
        Account primary = databases.primaryItself(); // not through the link, which would cost
        Account replica = databases.replicaItself();
        database = new Database(primary.server(1), primary.server(1), true);
        writer = new FollowingHost(primary, primary, TestData.get().directory(), FeedTuning.defaults()).start();
        writer.restore();
        reader = new FollowingHost(primary, replica, TestData.get().directory(), FeedTuning.defaults()).start();
    }

    static void main() throws Exception {
        try (Replication databases = new Replication("change-feed-latency")) {
            var measurement = new ChangeFeedLatency(databases);
            measurement.run();
            measurement.close();
        }
    }

    private void run() throws Exception {
        try (Connection connection = databases.primaryItself().connect()) {
            DatabaseMetaData about = connection.getMetaData();
            System.out.println(about.getDatabaseProductName() + " " + about.getDatabaseProductVersion() + ", Java "
                    + Runtime.version() + ", " + Runtime.getRuntime().availableProcessors() + " cores");
        }
        sell(5, WARM_UP);
        sell(1, WARM_UP);
        System.out.printf(LINE, "commit to applied, ms", "median", "p99", "max", "CPU us");
        report("sale that leaves stock", sell(5, SALES));
        report("sale of the last piece", sell(1, SALES));
        upload();
        initialize();
    }

    private record Times(double[] atPrimary, double[] atReplica, double cpuMicrosEach) {}

    private Times sell(int stock, int count) throws Exception {
        databases.primaryItself().execute("UPDATE isuumo.chair SET stock = " + stock + " WHERE id <= " + count);
        settle();
        RowStore<ChairRow> chairs = new RowStore<>(database, ChairRow.TABLE);
        double[] atPrimary = new double[count];
        double[] atReplica = new double[count];
        long cpu = feedsCpuNanos();
        for (int i = 0; i < count; i++) {
            GtidSet commit = chairs.sell(i + 1).orElseThrow().commit();
            long committed = System.nanoTime();
            atPrimary[i] = Math.max(0, writer.listener().awaitPosition(commit) - committed) / 1e6;
            atReplica[i] = Math.max(0, reader.listener().awaitPosition(commit) - committed) / 1e6;
        }
        return new Times(atPrimary, atReplica, (feedsCpuNanos() - cpu) / 1e3 / count / 2);
    }

    private void report(String what, Times times) {
        print(what + ", primary", times.atPrimary, times.cpuMicrosEach);
        print(what + ", replica", times.atReplica, times.cpuMicrosEach);
    }

    private static void print(String what, double[] millis, double cpuMicros) {
        Arrays.sort(millis);
        System.out.printf(LINE, what, text(millis[millis.length / 2]), text(millis[millis.length * 99 / 100]),
                text(millis[millis.length - 1]), text(cpuMicros));
    }

    private static String text(double value) {
        return "%.2f".formatted(value);
    }

    private void upload() throws Exception {
        for (int file = 0; file < 5; file++) {
            long start = System.nanoTime();
            Uploads.add(writer.chairs(), TestData.get().chairDrafts(file));
            long stored = System.nanoTime();
            long applied = reader.listener().awaitPosition(GtidSet.parse(databases.position()));
            System.out.printf("upload of 500 chairs: stored and shown here in %d ms, at the replica %d ms later%n",
                    (stored - start) / 1_000_000, (applied - stored) / 1_000_000);
        }
    }

    private void initialize() throws Exception {
        for (int i = 0; i < 3; i++) {
            sell(1, 1_000);
            long start = System.nanoTime();
            GtidSet restored = writer.restore();
            long here = System.nanoTime();
            long applied = reader.listener().awaitPosition(restored);
            System.out.printf("initialize after 1,000 sell-outs: %d ms here, at the replica %d ms before that%n",
                    (here - start) / 1_000_000, (here - applied) / 1_000_000);
        }
    }

    private void settle() throws Exception {
        GtidSet position = GtidSet.parse(databases.position());
        writer.listener().awaitPosition(position);
        reader.listener().awaitPosition(position);
    }

    private static long feedsCpuNanos() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return Thread.getAllStackTraces().keySet().stream().filter(thread -> thread.getName().equals("change-feed"))
                .mapToLong(thread -> threads.getThreadCpuTime(thread.threadId())).sum();
    }

    private void close() {
        reader.close();
        writer.close();
        database.close();
    }
}
