package isuumo.store;

/**
 * How one database server is reached.
 *
 * @param jdbcUrl without credentials
 * @param poolSize connections at most
 * @param poolWaitMillis how long whoever needs one waits while all are taken
 */
public record DatabaseServer(String jdbcUrl, String user, String password, int poolSize, int poolWaitMillis) {
    /** The password stays out of logs. */
    @Override
    public String toString() {
        return user + " at " + jdbcUrl;
    }
}
