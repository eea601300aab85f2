package isuumo.store;

/**
 * How one database server is reached.
 *
 * @param jdbcUrl without credentials
 * @param poolSize connections at most
 */
public record DatabaseServer(String jdbcUrl, String user, String password, int poolSize) {
    /** The password stays out of logs. */
    @Override
    public String toString() {
        return user + " at " + jdbcUrl;
    }
}
