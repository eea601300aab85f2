package isuumo.durability;

import static isuumo.durability.OutcomeFault.cut;
import static isuumo.durability.OutcomeFault.killed;
import static isuumo.durability.OutcomeFault.killedInside;
import static isuumo.durability.OutcomeFault.withoutTransaction;
import static isuumo.testing.Wire.Moment.ANSWERED;
import static isuumo.testing.Wire.Moment.SENT;

import isuumo.testing.Answer;
import isuumo.testing.Http;
import isuumo.testing.Upload;
import java.sql.SQLException;
import java.util.List;

/**
 * A write, what happens to it, and what is then to be said and stored.
 *
 * @param sentence how the error's text begins; empty where there is none
 */
record OutcomeRow(Write write, String name, OutcomeFault fault, int status, String sentence, boolean stored) {
    static final String UNKNOWN = "This may have been done, so look before you try again: ";
    private static final String NOT_BEGUN = "Nothing was done, so try again: ";
    static final String UPDATE = "update isuumo.chair";
    private static final String INSERT = "insert into isuumo.chair";
    private static final String COMMIT = "commit";

    /** A write of one chair. */
    enum Write {
        /** Of the last piece. */
        PURCHASE {
            @Override
            int prepare(OutcomeServer server) {
                return server.newChair(1);
            }

            @Override
            Answer send(Http http, int id) {
                return http.buy(id);
            }

            @Override
            boolean isStored(OutcomeServer server, int id) throws SQLException {
                return server.stock(id) == 0;
            }

            @Override
            int detail(boolean stored) {
                return stored ? 404 : 200;
            }

            @Override
            int second(boolean stored) {
                return stored ? 404 : 200;
            }
        },
        UPLOAD {
            @Override
            int prepare(OutcomeServer server) {
                return OutcomeServer.newId();
            }

            @Override
            Answer send(Http http, int id) {
                return http.post("/api/chair", Upload.chairs(List.of(OutcomeServer.chair(id))));
            }

            @Override
            boolean isStored(OutcomeServer server, int id) throws SQLException {
                return server.stock(id) != null;
            }

            @Override
            int detail(boolean stored) {
                return stored ? 200 : 404;
            }

            @Override
            int second(boolean stored) {
                return stored ? 409 : 201;
            }
        };

        /** @return the chair that it is to be about */
        abstract int prepare(OutcomeServer server);

        abstract Answer send(Http http, int id);

        abstract boolean isStored(OutcomeServer server, int id) throws SQLException;

        /** What a GET of the chair is answered, whether the write was stored or not. */
        abstract int detail(boolean stored);

        /** What the same write is answered then. */
        abstract int second(boolean stored);
    }

    static List<OutcomeRow> ofOneHost() {
        return List.of(
                done(Write.PURCHASE, "nothing happens", (_, _, write) -> write.get()),
                unknown(Write.PURCHASE, "cut off before the statement", cut(SENT, UPDATE), false),
                unknown(Write.PURCHASE, "the statement's answer is lost", cut(ANSWERED, UPDATE), true),
                unknown(Write.PURCHASE, "killed before the statement", killed(SENT, UPDATE), false),
                unknown(Write.PURCHASE, "killed in the statement",
                        killedInside(UPDATE, OutcomeFault.LOCK, OutcomeServer::kill), false),
                unknown(Write.PURCHASE, "the statement alone is killed",
                        killedInside(UPDATE, OutcomeFault.LOCK, OutcomeServer::killQuery), false),
                unknown(Write.PURCHASE, "the statement arrives late", OutcomeFault::late, false),
                done(Write.PURCHASE, "killed after the statement", killed(ANSWERED, UPDATE)),
                notBegun(Write.PURCHASE, "no connection in time", OutcomeFault::withoutConnection),
                done(Write.UPLOAD, "nothing happens", (_, _, write) -> write.get()),
                notBegun(Write.UPLOAD, "cut off before the statement", cut(SENT, INSERT)),
                notBegun(Write.UPLOAD, "the statement's answer is lost", cut(ANSWERED, INSERT)),
                notBegun(Write.UPLOAD, "killed before the statement", killed(SENT, INSERT)),
                notBegun(Write.UPLOAD, "killed in the statement",
                        killedInside(INSERT, OutcomeFault.COPY, OutcomeServer::kill)),
                notBegun(Write.UPLOAD, "the statement alone is killed",
                        killedInside(INSERT, OutcomeFault.COPY, OutcomeServer::killQuery)),
                notBegun(Write.UPLOAD, "no connection in time", OutcomeFault::withoutConnection),
                unknown(Write.UPLOAD, "cut off before COMMIT", cut(SENT, COMMIT), false),
                unknown(Write.UPLOAD, "killed before COMMIT", killed(SENT, COMMIT), false),
                unknown(Write.UPLOAD, "COMMIT's answer is lost", cut(ANSWERED, COMMIT), true),
                done(Write.UPLOAD, "killed after COMMIT", killed(ANSWERED, COMMIT)));
    }

    static List<OutcomeRow> ofAChangeFeed() {
        return List.of(
                unknown(Write.PURCHASE, "cut off before the statement", cut(SENT, UPDATE), false),
                unknown(Write.PURCHASE, "the statement's answer is lost", cut(ANSWERED, UPDATE), true),
                unknown(Write.UPLOAD, "cut off before COMMIT", cut(SENT, COMMIT), false),
                unknown(Write.UPLOAD, "COMMIT's answer is lost", cut(ANSWERED, COMMIT), true),
                unknown(Write.UPLOAD, "no transaction id in COMMIT's answer", withoutTransaction(COMMIT), true),
                notBegun(Write.UPLOAD, "no connection in time", OutcomeFault::withoutConnection));
    }

    private static OutcomeRow done(Write write, String name, OutcomeFault fault) {
        return new OutcomeRow(write, name, fault, write == Write.UPLOAD ? 201 : 200, "", true);
    }

    private static OutcomeRow notBegun(Write write, String name, OutcomeFault fault) {
        return new OutcomeRow(write, name, fault, 503, NOT_BEGUN, false);
    }

    private static OutcomeRow unknown(Write write, String name, OutcomeFault fault, boolean stored) {
        return new OutcomeRow(write, name, fault, 500, UNKNOWN, stored);
    }
}
