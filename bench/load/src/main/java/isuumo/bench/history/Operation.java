package isuumo.bench.history;

import java.util.List;

/**
 * One call as its client saw it. Immutable; a line of JSON in a history file.
 *
 * @param target     which address was asked; {@link Target}
 * @param items      what it was about: the chair bought or looked at, the chairs uploaded, or the chairs a list showed
 * @param startNanos before the request was sent, on the recorder's one clock
 * @param endNanos   after the answer was read, or given up
 * @param status     the HTTP status, 0 when there was none
 * @param mayBeDone  whether nobody knows what became of a write: there was no answer, or one that says so
 */
public record Operation(Kind kind, String target, List<Integer> items, long startNanos, long endNanos, int status,
        boolean mayBeDone) {

    /** What was called. */
    public enum Kind {
        BUY, UPLOAD, DETAIL, LIST,
        /** A detail asked for after the last fault had passed, of every host. */
        FINAL;

        boolean isWrite() {
            return this == BUY || this == UPLOAD;
        }
    }

    /** Answered with success: a write that is acknowledged, an item that is shown. */
    boolean done() {
        return status == 200 || status == 201;
    }

    /** Answered "no": nothing left to buy, nothing shown, or stored before. */
    boolean refused() {
        return status == 404 || status == 409;
    }

    /** Neither: a read that tells nothing, a write that was not done, unless it {@link #mayBeDone}. */
    boolean failed() {
        return !done() && !refused();
    }

    int item() {
        return items.getFirst();
    }
}
