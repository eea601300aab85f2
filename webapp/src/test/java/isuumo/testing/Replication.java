package isuumo.testing;

import java.net.URI;

/** A primary and a replica, logged as the change feed needs it, each behind a {@link Link}. */
public final class Replication implements AutoCloseable {
    private final ReplicationSql sql = ReplicationSql.get();
    private final String name;
    private final EmbeddedHome primaryHome;
    private final Link toPrimary;
    private final Link toReplica;
    private EmbeddedHome replicaHome;
    private DatabaseProcess primary;
    private DatabaseProcess replica;
    private int replicaId = 2;

    public Replication(String name) throws Exception {
        this.name = (ReplicationSql.isMySql() ? "mysql-" : "") + name;
        primaryHome = EmbeddedHome.empty(this.name + "-primary");
        replicaHome = EmbeddedHome.empty(this.name + "-replica");
        primary = DatabaseProcess.logging(primaryHome, 1);
        toPrimary = new Link(primary.account().jdbcUrl());
        replica = DatabaseProcess.logging(replicaHome, replicaId);
        toReplica = new Link(replica.account().jdbcUrl());
        replicate("");
    }

    private void replicate(String until) throws Exception {
        Account source = primary();
        int port = URI.create(source.jdbcUrl().substring("jdbc:".length())).getPort();
        replicaItself().execute(sql.follow().formatted(port, source.user(), source.password()), sql.start() + until);
    }

    /** Through the link: it survives restarts of the server. */
    public Account primary() {
        return toPrimary.through(primaryItself());
    }

    public Account replica() {
        return toReplica.through(replicaItself());
    }

    /** Not through the link: there while that is silent, gone after a crash. */
    public Account primaryItself() {
        return primary.account();
    }

    public Account replicaItself() {
        return replica.account();
    }

    public Link toPrimary() {
        return toPrimary;
    }

    public Link toReplica() {
        return toReplica;
    }

    /** All that the primary has executed. */
    public String position() throws Exception {
        return primaryItself().single(sql.position());
    }

    /** Until the replica has executed all that the primary has. */
    public void awaitReplica() throws Exception {
        String result = replicaItself().single(sql.await().formatted(position()));
        if (!"0".equals(result)) {
            throw new AssertionError("the replica does not reach " + position());
        }
    }

    /** What the primary commits from now on reaches the replica, but does not show there. */
    public void stopApplying() throws Exception {
        replicaItself().execute(sql.stop() + " SQL_THREAD");
    }

    public void applyAgain() throws Exception {
        replicaItself().execute(sql.start() + " SQL_THREAD");
    }

    /** Whether some session waits for the replica to reach a position. */
    public boolean isAwaitedAtReplica() throws Exception {
        String call = sql.await().substring(0, sql.await().indexOf('('));
        return replicaItself()
                .single("SELECT 1 FROM information_schema.processlist WHERE info LIKE '" + call + "(%'") != null;
    }

    /** The statement that switches the compression of what is logged {@code ON} or {@code OFF}, for all new sessions. */
    public String compression(String to) {
        return sql.compression().formatted(to);
    }

    public void crashAndRestartPrimary() throws Exception {
        primary.kill();
        toPrimary.cut();
        primary = DatabaseProcess.logging(primaryHome, 1);
        toPrimary.redirect(primary.account().jdbcUrl());
    }

    public void crashAndRestartReplica() throws Exception {
        replica.kill();
        toReplica.cut();
        replica = DatabaseProcess.logging(replicaHome, replicaId);
        toReplica.redirect(replica.account().jdbcUrl());
    }

    /** Puts an empty server with the same account in the replica's place, which replicates from the beginning to there. */
    public void replaceReplicaUntil(String position) throws Exception {
        String password = replicaItself().password();
        replica.close();
        toReplica.cut();
        replicaId++;
        replicaHome = EmbeddedHome.empty(name + "-replica", password);
        replica = DatabaseProcess.logging(replicaHome, replicaId);
        toReplica.redirect(replica.account().jdbcUrl());
        replicate(sql.until().formatted(position));
    }

    /** Lets it go on from there. */
    public void continueReplica(String position) throws Exception {
        while (!position.equals(replicaItself().single(sql.executedByReplica()))
                || "1".equals(replicaItself().single(sql.isRunning()))) {
            Thread.onSpinWait();
        }
        replicaItself().execute(sql.start());
    }

    /** The rows and the position stay, but the log starts anew: so is a replica that was restored from a backup. */
    public void restoreReplicaFromBackup() throws Exception {
        replicaItself().execute(sql.stop());
        String executed = replicaItself().single(sql.executedByReplica());
        toReplica.cut();
        for (String statement : sql.forgetLog()) {
            replicaItself().execute(statement.formatted(executed));
        }
        replicaItself().execute(sql.start());
    }

    /** The replica's log starts with what comes next. Nobody may be reading it. */
    public void purgeLogOfReplica() throws Exception {
        Account itself = replicaItself();
        while (itself
                .single("SELECT 1 FROM information_schema.processlist WHERE command LIKE 'Binlog Dump%'") != null) {
            Thread.onSpinWait(); // until it notices that nobody is
        }
        itself.execute("FLUSH BINARY LOGS");
        String latest = itself.single(sql.logFile());
        while (!latest.equals(itself.single("SHOW BINARY LOGS"))) { // MariaDB keeps one until its engine has a checkpoint
            itself.execute("PURGE BINARY LOGS TO '" + latest + "'");
        }
    }

    @Override
    public void close() {
        toReplica.close();
        toPrimary.close();
        replica.close();
        primary.close();
    }
}
