package isuumo.bench.http;

/**
 * What went over the sockets in some time, heads and bodies as sent (compressed where they were); the headers of TCP and
 * IP are not in it, nor what a full buffer or a closed socket never took.
 *
 * @param gets     GETs answered 200; a refusal has no body to compress
 * @param gzipGets those of them whose body came in gzip
 */
public record Wire(long receivedBytes, long sentBytes, long gets, long gzipGets) {
    public static final Wire NOTHING = new Wire(0, 0, 0, 0);

    public Wire minus(Wire earlier) {
        return new Wire(receivedBytes - earlier.receivedBytes, sentBytes - earlier.sentBytes, gets - earlier.gets,
                gzipGets - earlier.gzipGets);
    }
}
