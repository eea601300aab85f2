package isuumo.bench.access;

/** One of the slowest requests of a run. @param host whose nginx was asked */
public record SlowRequest(String host, AccessLine line) {}
