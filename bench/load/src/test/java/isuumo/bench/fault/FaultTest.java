package isuumo.bench.fault;

import static isuumo.bench.fault.Fault.people;
import static isuumo.bench.fault.Fault.verify;
import static isuumo.bench.fault.Fault.when;
import static isuumo.bench.score.Endpoint.CHAIR_BUY;
import static isuumo.bench.score.Endpoint.CHAIR_CONDITION;
import static isuumo.bench.score.Endpoint.CHAIR_DETAIL;
import static isuumo.bench.score.Endpoint.CHAIR_LOW_PRICED;
import static isuumo.bench.score.Endpoint.CHAIR_SEARCH;
import static isuumo.bench.score.Endpoint.CHAIR_UPLOAD;
import static isuumo.bench.score.Endpoint.ESTATE_DETAIL;
import static isuumo.bench.score.Endpoint.ESTATE_DOCUMENT;
import static isuumo.bench.score.Endpoint.ESTATE_LOW_PRICED;
import static isuumo.bench.score.Endpoint.ESTATE_SEARCH;
import static isuumo.bench.score.Endpoint.ESTATE_UPLOAD;
import static isuumo.bench.score.Endpoint.INITIALIZE;
import static isuumo.bench.score.Endpoint.NAZOTTE;
import static isuumo.bench.score.Endpoint.RECOMMENDED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import isuumo.bench.Parameters;
import isuumo.bench.answers.AnswerSource;
import isuumo.bench.data.Chair;
import isuumo.bench.data.DataSet;
import isuumo.bench.fault.Answer.How;
import isuumo.bench.score.Endpoint;
import isuumo.bench.score.Severity;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The benchmark can fail: each fault gets the verdict, the severity and the score that the rules give it. */
final class FaultTest {

    /** The first run in a JVM is slow; nothing is judged by it. */
    @BeforeAll
    static void warmUp() throws Exception {
        Trial.of(Fault.none(), Trial.parameters().withLoad(Duration.ofSeconds(3)), false);
    }

    @Test
    void aRightServerPassesWithoutAWord() throws Exception {
        Trial trial = Trial.of(Fault.none());
        assertTrue(trial.pass() && trial.scoreIsByTheRules() && trial.score() > 10, trial::toString);
        assertEquals(0, trial.errors(Severity.CRITICAL) + trial.errors(Severity.APPLICATION), trial::toString);
    }

    @Test
    void aRightServerPassesTheStrictCheckToo() throws Exception {
        Trial trial = Trial.of(Fault.none(), Trial.parameters().withLoad(Duration.ofSeconds(4)), true);
        assertTrue(trial.pass() && trial.scoreIsByTheRules() && trial.score() > 1, trial::toString);
        assertEquals(0, trial.errors(Severity.CRITICAL) + trial.errors(Severity.APPLICATION), trial::toString);
    }

    static Stream<Arguments> faultsThatEndTheRunBeforeLoad() {
        return Stream.of(
                arguments("initialize answers 500", when(v -> v.at(INITIALIZE), Fault.status(500)), "initialize"),
                arguments("initialize is too slow", when(v -> v.at(INITIALIZE), Fault.slow(1500)), "initialize"),
                arguments("no language", when(v -> v.at(INITIALIZE), Fault.body("{}")), "names no language"),
                arguments("initialize answers no JSON", when(v -> v.at(INITIALIZE), Fault.body("ok")), "initialize"),
                arguments("extra key", verify(CHAIR_DETAIL, Fault.plusOne("popularity")), "extra key"),
                arguments("count in low priced", verify(CHAIR_LOW_PRICED, Fault.plusOne("count")), "extra key"),
                arguments("count in recommended", verify(RECOMMENDED, Fault.plusOne("count")), "extra key"),
                arguments("wrong order", verify(CHAIR_SEARCH, Fault.reversed()), "another body"),
                arguments("wrong count", verify(ESTATE_SEARCH, Fault.plusOne("count")), "another body"),
                arguments("a row is missing", verify(ESTATE_LOW_PRICED, Fault.withoutFirst()), "another body"),
                arguments("a wrong value", verify(ESTATE_DETAIL, Fault.plusOne("rent")), "another body"),
                arguments("a changed condition", verify(CHAIR_CONDITION, Fault.plusOne("x")), "another body"),
                arguments("polygon tested by its box", Fault.boxOnly(Visit::verifier), "another body"),
                arguments("a draft is there before", verifyNotFound(CHAIR_DETAIL, 200), "there before"),
                arguments("upload answers 200", verify(CHAIR_UPLOAD, Fault.status(200)), "200 instead of 201"),
                arguments("upload stores nothing", when(v -> v.verifier() && v.at(ESTATE_DETAIL) && v.id() > 400
                        && v.id() < 10_000, Fault.status(404)), "is not there"),
                arguments("verify request times out", verify(NAZOTTE, Fault.slow(2500)), "timeout"));
    }

    /** Answers this status to the verify phase where the right one is 404. */
    private static Fault verifyNotFound(Endpoint endpoint, int status) {
        return (visit, right, _) -> visit.verifier() && visit.at(endpoint) && right.status() == 404
                && visit.id() < 10_000 ? new Answer(status, "{}".getBytes(), null, How.WHOLE, 0) : right;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faultsThatEndTheRunBeforeLoad")
    void wrongBeforeLoadEndsTheRun(String name, Fault fault, String reason) throws Exception {
        Trial trial = Trial.of(fault, name.contains("initialize is") ? Trial.impatient() : Trial.parameters(), false);
        assertFalse(trial.pass(), trial::toString);
        assertTrue(trial.reason().contains(reason), trial::toString);
        assertEquals(1, trial.errors(Severity.CRITICAL), trial::toString);
        assertTrue(trial.score() <= 1, trial::toString);
    }

    static Stream<Arguments> applicationErrors() {
        return Stream.of(arguments("chairs not by popularity", people(CHAIR_SEARCH, Fault.reversed()), "popularity"),
                arguments("estates not by popularity", people(ESTATE_SEARCH, Fault.reversed()), "popularity"),
                arguments("chairs not by price", people(CHAIR_LOW_PRICED, Fault.reversed()), "by price"),
                arguments("estates not by rent", people(ESTATE_LOW_PRICED, Fault.reversed()), "by rent"),
                arguments("recommended not by popularity", people(RECOMMENDED, Fault.reversed()), "popularity"),
                arguments("sold-out chair still found", Fault.staleStock(CHAIR_SEARCH), "sold-out chair is listed"),
                arguments("sold-out chair still cheap", Fault.staleStock(CHAIR_LOW_PRICED), "sold-out chair is listed"),
                arguments("row that does not exist", people(CHAIR_SEARCH, Fault.firstRow(c -> c.put("id", 99999))),
                        "does not exist"),
                arguments("altered chair", people(CHAIR_DETAIL, Fault.plusOne("price")), "differs from the data"),
                arguments("altered estate", people(ESTATE_DETAIL, Fault.plusOne("doorWidth")), "differs from the data"),
                arguments("altered latitude", people(ESTATE_DETAIL,
                        a -> a.edited(e -> e.put("latitude", e.path("latitude").asDouble() + 1e-9))), "differs"),
                arguments("altered condition", people(CHAIR_CONDITION, Fault.plusOne("x")), "differs from the data"),
                arguments("door too small", Fault.extraEstate(RECOMMENDED, (v, e) -> Math.min(e.doorHeight(),
                        e.doorWidth()) < 33 && Math.max(e.doorHeight(), e.doorWidth()) < 60), "too small"),
                arguments("estate outside the box", Fault.extraEstate(NAZOTTE, (_, e) -> e.latitude() < 33.3),
                        "outside the bounding box"),
                arguments("altered estate on the map",
                        people(NAZOTTE, Fault.firstRow(e -> e.put("rent", 1))), "differs from the data"),
                arguments("chair in stock not there", people(CHAIR_DETAIL, Fault.status(404)), "404 for a chair"),
                arguments("no such document", people(ESTATE_DOCUMENT, Fault.status(404)), "404 instead of 200"),
                arguments("server error", people(ESTATE_SEARCH, Fault.status(500)), "500 instead of 200"),
                arguments("too many requests", people(CHAIR_LOW_PRICED, Fault.status(429)), "429 instead of 200"),
                arguments("redirect", people(ESTATE_DETAIL, Fault.status(302)), "302 instead of 200"),
                arguments("not modified", people(ESTATE_DETAIL, Fault.status(304)), "304 instead of 200"),
                arguments("no JSON", people(NAZOTTE, Fault.body("<html>")), "unreadable answer"),
                arguments("half a JSON", people(CHAIR_SEARCH, Fault.body("{\"count\":1,\"chairs\":[{")), "unreadable"),
                arguments("list missing", people(RECOMMENDED, Fault.body("{}")), "unreadable answer"),
                arguments("list is no list", people(RECOMMENDED, Fault.body("{\"estates\":{}}")), "unreadable answer"),
                arguments("more after the JSON", people(CHAIR_CONDITION, a -> a.withBody(a.text() + "{}")),
                        "unreadable answer"),
                arguments("connection closed", people(CHAIR_DETAIL, Fault.sent(How.NEVER)), "connection dropped"),
                arguments("body cut short", people(ESTATE_DETAIL, Fault.sent(How.SHORTER_THAN_ANNOUNCED)), "dropped"),
                arguments("damaged gzip", people(ESTATE_SEARCH, a -> a.gzipped().damaged()), "no valid HTTP answer"),
                arguments("crawler gets wrong rows", when(v -> v.bot() && v.at(CHAIR_SEARCH), Fault.reversed())
                        .servingBots(), "not ordered by popularity"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("applicationErrors")
    void tenApplicationErrorsFailTheRun(String name, Fault fault, String message) throws Exception {
        Trial trial = Trial.failing(fault, Trial.withoutUploads(), false);
        assertFalse(trial.pass(), trial::toString);
        assertTrue(trial.reason().endsWith("application errors"), trial::toString);
        assertTrue(trial.errors(Severity.APPLICATION) >= 10, trial::toString);
        assertTrue(trial.tells(Severity.APPLICATION, message), trial::toString);
        assertEquals(0, trial.errors(Severity.CRITICAL), trial::toString);
        assertTrue(trial.scoreIsByTheRules(), trial::toString);
    }

    @Test
    void anApplicationErrorCostsFiftyPoints() throws Exception {
        Trial trial = Trial.of(people(ESTATE_DETAIL, Fault.plusOne("rent")).times(2));
        assertEquals(2, trial.errors(Severity.APPLICATION), trial::toString);
        assertTrue(trial.pass() && trial.score() > 0 && trial.scoreIsByTheRules(), trial::toString);
    }

    @Test
    void aPieceSoldTwiceIsAnApplicationError() throws Exception {
        DataSet data = SmallData.of(5);
        List<Chair> scarce = data.chairs().stream().map(c -> c.withStock(c.id() % 100 == 0 ? 1 : 0)).toList();
        DataSet few = new DataSet(scarce, data.estates(), data.verifyChairs(), data.verifyEstates(), List.of(),
                List.of(), data.chairDocument(), data.estateDocument(), data.chairConditions(),
                data.estateConditions());
        Trial trial = Trial.of(people(CHAIR_BUY, right -> right.with(200).after(150)),
                Trial.parameters().withLevels(List.of(new Parameters.Level(0, 16, 0, 0, 0, 0, 0))), false, few,
                AnswerSource.computed(few));
        assertTrue(trial.tells(Severity.APPLICATION, "sold more pieces than there were"), trial::toString);
        assertTrue(trial.scoreIsByTheRules(), trial::toString);
    }

    @Test
    void aNegativeTotalIsReportedAsZeroAndFails() throws Exception {
        Trial trial = Trial.of((visit, right, server) -> {
            Answer wrong = visit.person() && visit.at(ESTATE_DOCUMENT) ? right.with(500) : right;
            return visit.person() && visit.at(CHAIR_BUY) ? right.with(404) : wrong;
        }, Trial.parameters().withLevels(List.of(new Parameters.Level(0, 0, 1, 0, 0, 0, 0)))
                .withPauses(new Parameters.Pauses(Parameters.Pause.millis(1, 0), Parameters.Pause.millis(1, 0),
                        Parameters.Pause.millis(130, 0), Parameters.Pause.millis(50, 0),
                        Parameters.Pause.millis(50, 0))),
                false);
        assertTrue(trial.errors(Severity.APPLICATION) > 0 && trial.errors(Severity.APPLICATION) < 10, trial::toString);
        assertEquals(0, trial.score(), trial::toString);
        assertFalse(trial.pass(), trial::toString);
        assertTrue(trial.reason().contains("below zero"), trial::toString);
    }

    static Stream<Arguments> criticalErrors() {
        return Stream.of(arguments("upload fails", people(CHAIR_UPLOAD, Fault.status(500)), "500 instead of 201"),
                arguments("upload answers 503", people(ESTATE_UPLOAD, Fault.status(503)), "503 instead of 201"),
                arguments("upload is late", people(ESTATE_UPLOAD, Fault.slow(1200)), "timeout"),
                arguments("upload is not there after", when(v -> v.person() && v.at(ESTATE_DETAIL) && v.id() > 400,
                        Fault.status(404)), "is not there"),
                arguments("upload connection closed", people(CHAIR_UPLOAD, Fault.sent(How.NEVER)), "dropped"),
                arguments("draft there before", (Fault) (v, right, _) -> v.person() && v.at(CHAIR_DETAIL)
                        && right.status() == 404 && v.id() > 400 ? right.with(410) : right, "there before"),
                arguments("draft altered", when(v -> v.person() && v.at(CHAIR_DETAIL) && v.id() > 400,
                        Fault.plusOne("width")), "differs from the data"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("criticalErrors")
    void oneCriticalErrorFailsTheRun(String name, Fault fault, String message) throws Exception {
        Parameters parameters = name.contains("late")
                ? Trial.parameters().withTimeouts(new Parameters.Timeouts(Duration.ofSeconds(30),
                        Duration.ofSeconds(10), Duration.ofSeconds(2),
                        Duration.ofSeconds(2), Duration.ofMillis(500),
                        Duration.ofSeconds(1)))
                : Trial.parameters();
        Trial trial = Trial.failing(fault, parameters, false);
        assertFalse(trial.pass(), trial::toString);
        assertEquals("critical error", trial.reason(), trial::toString);
        assertTrue(trial.tells(Severity.CRITICAL, message), trial::toString);
    }

    static Stream<Arguments> faultsThatAreOnlyNoted() {
        return Stream.of(arguments("503 to people", people(CHAIR_SEARCH, Fault.status(503)), "503 instead of 200"),
                arguments("requests time out", people(ESTATE_SEARCH, Fault.slow(500)), "timeout"),
                arguments("purchases refused", Fault.refusingPurchases(), "not bought"),
                arguments("purchases dropped", people(CHAIR_BUY, Fault.sent(How.NEVER)), "connection dropped"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faultsThatAreOnlyNoted")
    void someFaultsCostOnlyTime(String name, Fault fault, String message) throws Exception {
        Trial trial = Trial.of(fault, name.contains("time out") ? Trial.impatient() : Trial.parameters(), false);
        assertTrue(trial.pass() && trial.scoreIsByTheRules(), trial::toString);
        assertEquals(0, trial.errors(Severity.APPLICATION), trial::toString);
        assertTrue(trial.tells(Severity.NOTED, message), trial::toString);
    }

    @Test
    void usersLeaveSlowPagesWithoutErrorOrScore() throws Exception {
        Trial trial = Trial.of(when(v -> v.person() && v.at(CHAIR_LOW_PRICED), Fault.slow(180)), Trial.impatient(),
                false);
        assertTrue(trial.pass() && trial.leaves() > 0, trial::toString);
        assertEquals(0, trial.errors(Severity.APPLICATION), trial::toString);
        assertEquals(1, trial.score(), trial::toString); // the verify phase's purchase
    }

    @Test
    void slowPurchasesDoNotMakeUsersLeave() throws Exception {
        Trial trial = Trial.of(when(v -> v.person() && v.scores(), Fault.slow(150)), Trial.impatient(), false);
        assertTrue(trial.pass() && trial.score() > 1, trial::toString);
        assertEquals(0, trial.errors(Severity.APPLICATION), trial::toString);
    }

    static Stream<Arguments> faultsThatOnlyTheStrictCheckFinds() {
        return Stream.of(arguments("a row is left out", people(CHAIR_SEARCH, Fault.withoutFirst()), "wrong slice"),
                arguments("a wrong count", people(ESTATE_SEARCH, Fault.plusOne("count")), "wrong count"),
                arguments("altered row in a search", people(ESTATE_SEARCH, Fault.firstRow(e -> e.put("rent", 1))),
                        "differs from the data"),
                arguments("short recommendation", people(RECOMMENDED, Fault.withoutFirst()), "wrong slice"),
                arguments("polygon tested by its box", Fault.boxOnly(Visit::person), "does not match"),
                arguments("short low-priced list", people(ESTATE_LOW_PRICED, Fault.withoutFirst()), "wrong slice"),
                arguments("crawlers served", Fault.none().servingBots(), "not answered with 503"),
                arguments("refused though in stock", Fault.refusingPurchases(), "pieces are left"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faultsThatOnlyTheStrictCheckFinds")
    void theStrictCheckFindsMore(String name, Fault fault, String message) throws Exception {
        Trial lenient = Trial.of(fault);
        assertTrue(lenient.pass(), lenient::toString);
        assertEquals(0, lenient.errors(Severity.APPLICATION), lenient::toString);
        Trial strict = Trial.failing(fault, Trial.parameters(), true);
        assertFalse(strict.pass(), strict::toString);
        assertTrue(strict.tells(Severity.APPLICATION, message) || strict.tells(Severity.CRITICAL, message),
                strict::toString);
    }

    @ParameterizedTest
    @MethodSource("searches")
    void postedRowsMissingFromSearchAreCriticalUnderStrict(Endpoint search) throws Exception {
        Trial lenient = Trial.of(Fault.blindToUploads(search));
        assertTrue(lenient.pass(), lenient::toString);
        Trial strict = Trial.failing(Fault.blindToUploads(search), Trial.parameters(), true);
        assertFalse(strict.pass(), strict::toString);
    }

    static Stream<Endpoint> searches() {
        return Stream.of(CHAIR_SEARCH, ESTATE_SEARCH);
    }
}
