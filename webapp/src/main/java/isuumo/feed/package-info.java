/**
 * The change feed: keeps a server's catalogs up with its database by following the database's own log of row events.
 *
 * <p>{@link isuumo.feed.ChangeFeed} is the thread and its decisions; a {@link isuumo.feed.LogConnection} brings events, a
 * {@link isuumo.feed.TransactionReader} puts them together, and a {@link isuumo.feed.FeedTarget} (the catalogs) takes each
 * transaction whole. Knows no catalog and no HTTP.
 */
package isuumo.feed;
