package isuumo.bench.http;

import java.util.concurrent.atomic.LongAdder;

/** Counts what all connections of a run read and write, where they do. Thread-safe without locks between browsers. */
final class Traffic {
    private final LongAdder receivedBytes = new LongAdder();
    private final LongAdder sentBytes = new LongAdder();
    private final LongAdder gets = new LongAdder();
    private final LongAdder gzipGets = new LongAdder();

    void received(int bytes) {
        receivedBytes.add(bytes);
    }

    void sent(int bytes) {
        sentBytes.add(bytes);
    }

    void getAnswered(boolean gzip) {
        gets.increment();
        if (gzip) {
            gzipGets.increment();
        }
    }

    Wire soFar() {
        return new Wire(receivedBytes.sum(), sentBytes.sum(), gets.sum(), gzipGets.sum());
    }
}
