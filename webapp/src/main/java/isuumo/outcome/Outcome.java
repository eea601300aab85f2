package isuumo.outcome;

/**
 * What became of a request that was neither done, which is what a method returns, nor refused, which it says in its own
 * words. The message tells the reason alone: what follows from it for whoever asked is said in one place, by HTTP. Has no
 * stack trace of its own, as the cause has one where something failed.
 *
 * <p>A thread whose wait was interrupted is not interrupted again before it throws one of these: its connection would close
 * at the first byte of the answer. Whoever interrupts it ends the connection after that answer anyway.
 */
public abstract sealed class Outcome extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private Outcome(String why, Throwable cause) {
        super(why, cause, false, false);
    }

    /** Nothing was done, and nothing of it will be: it may be sent again. */
    public static final class NotBegun extends Outcome {
        private static final long serialVersionUID = 1L;

        public NotBegun(String why) {
            this(why, null);
        }

        public NotBegun(String why, Throwable cause) {
            super(why, cause);
        }
    }

    /** Nothing was done, since too much else is: it may be sent again, later or to another host. */
    public static final class Busy extends Outcome {
        private static final long serialVersionUID = 1L;

        public Busy(String why) {
            super(why, null);
        }
    }

    /** It may have been done, and nobody here can tell yet: whoever sends it again without a look may do it twice. */
    public static final class Unknown extends Outcome {
        private static final long serialVersionUID = 1L;

        public Unknown(String why, Throwable cause) {
            super(why, cause);
        }
    }
}
