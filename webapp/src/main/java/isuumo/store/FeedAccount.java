package isuumo.store;

/** Who may follow a server's row events: an account with REPLICATION SLAVE and REPLICATION CLIENT. */
public record FeedAccount(String user, String password) {
    /** The password stays out of logs. */
    @Override
    public String toString() {
        return user;
    }
}
