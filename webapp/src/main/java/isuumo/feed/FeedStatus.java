package isuumo.feed;

import isuumo.gtid.GtidSet;

/**
 * How the feed is at one moment.
 *
 * @param position all that the catalogs hold
 * @param connected whether events, or the server's heartbeats, are coming in
 * @param caughtUp whether the catalogs hold all that the server had executed when the feed last connected to it
 * @param silentMillis since the last event or heartbeat
 * @param transactions that came since the start
 * @param rebuilds how often the catalogs had to be built anew from the tables
 * @param lastRebuildMillis how long the last of them took, from the loss of track to the publication
 * @param trouble what keeps it from going on; empty when nothing does
 */
public record FeedStatus(GtidSet position, boolean connected, boolean caughtUp, long silentMillis, long transactions,
        long rebuilds, long lastRebuildMillis, String trouble) {}
