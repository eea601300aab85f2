package isuumo.feed;

import isuumo.gtid.GtidSet;

/** How the feed is: written by its thread, read by any. */
final class Progress {
    private GtidSet executedAtConnect = GtidSet.EMPTY;
    private boolean connected;
    private boolean caughtUp;
    private long lastHeardNanos = System.nanoTime();
    private long transactions;
    private long rebuilds;
    private long lastRebuildMillis;
    private String trouble = "not connected yet";

    /** @param executed what the server had just before; the position reaches it some time later */
    synchronized void connected(GtidSet executed, GtidSet position) {
        executedAtConnect = executed;
        connected = true;
        caughtUp = position.covers(executed);
        trouble = "";
        heard();
    }

    synchronized void heard() {
        lastHeardNanos = System.nanoTime();
    }

    /** Servers send heartbeats only when there is nothing else to send. */
    synchronized void nothingNew() {
        caughtUp = true;
    }

    synchronized void replayed(int count, GtidSet position) {
        transactions += count;
        caughtUp = caughtUp || position.covers(executedAtConnect);
    }

    /** @return whether that is another trouble than before */
    synchronized boolean failed(String reason) {
        boolean news = !trouble.equals(reason);
        connected = false;
        caughtUp = false;
        trouble = reason;
        return news;
    }

    synchronized void rebuilt(long millis) {
        rebuilds++;
        lastRebuildMillis = millis;
    }

    synchronized FeedStatus status(GtidSet position) {
        return new FeedStatus(position, connected, caughtUp, (System.nanoTime() - lastHeardNanos) / 1_000_000,
                transactions, rebuilds, lastRebuildMillis, trouble);
    }
}
