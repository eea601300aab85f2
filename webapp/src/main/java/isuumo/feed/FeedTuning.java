package isuumo.feed;

/**
 * The feed's times and limits. All of them hide behind the lease: a host whose feed stands still is out within one.
 *
 * @param heartbeatMillis how often the server says that there is nothing new
 * @param silenceMillis after that long without event or heartbeat the connection counts as dead
 * @param firstRetryMillis pause after the first failure; doubled after each further one
 * @param lastRetryMillis the longest such pause
 * @param patienceMillis how long a server may lack what the catalogs hold before they are built from what it has
 * @param maxChanges row changes of a transaction that are held at most, beyond which the tables are read instead; loading
 *            the contest's data anew is 118,000, and holds no more rows than reading it
 */
public record FeedTuning(int heartbeatMillis, int silenceMillis, int firstRetryMillis, int lastRetryMillis,
        int patienceMillis, int maxChanges) {
    public static FeedTuning defaults() {
        return new FeedTuning(500, 2_000, 20, 1_000, 10_000, 150_000);
    }
}
