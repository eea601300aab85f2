package isuumo.bench.fault;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import isuumo.bench.answers.AnswerSource;
import isuumo.bench.answers.Kind;
import isuumo.bench.answers.PlainAnswers;
import isuumo.bench.answers.Recorded;
import isuumo.bench.answers.Recorded.Request;
import isuumo.bench.answers.Recorded.Response;
import isuumo.bench.data.DataSet;
import isuumo.bench.data.Estate;
import isuumo.bench.data.Point;
import isuumo.bench.score.Endpoint;
import isuumo.bench.story.RandomPolygon;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Faults that random requests seldom meet: the verify phase is given the one request that shows them. */
final class HandMadeAnswersTest {
    private static final DataSet DATA = SmallData.of(7);

    private static AnswerSource only(Kind kind, DataSet data, Request request) {
        Response right = new PlainAnswers(data).answer(request);
        return (k, _, _) -> k == kind ? List.of(new Recorded(request, right)) : List.of();
    }

    @Test
    void nullForAnEmptyListFailsVerification() throws Exception {
        Request beyondTheEnd = new Request("GET", "/api/chair/search", "kind=none&page=0&perPage=25", "");
        AnswerSource answers = only(Kind.CHAIR_SEARCH, DATA, beyondTheEnd);
        assertTrue(Trial.of(Fault.none(), Trial.parameters(), false, DATA, answers).pass());
        Fault fault = Fault.verify(Endpoint.CHAIR_SEARCH, Fault.nullForEmpty());
        Trial trial = Trial.of(fault, Trial.parameters(), false, DATA, answers);
        assertFalse(trial.pass(), trial::toString);
        assertTrue(trial.reason().contains("/chairs is null instead of []"), trial::toString);
    }

    /** An estate just inside a square's edge: rounded to 6 decimals it is on the edge, so it does not match. */
    @Test
    void anUnroundedPolygonTestFailsVerification() throws Exception {
        Estate first = DATA.estates().getFirst();
        double north = 36.000001;
        Estate near = new Estate(first.id(), first.thumbnail(), first.name(), first.description(), 36.0000006, 139.5,
                first.address(), first.rent(), first.doorHeight(), first.doorWidth(), first.features(), 5001);
        List<Estate> estates = new ArrayList<>(DATA.estates());
        estates.set(0, near);
        DataSet data = new DataSet(DATA.chairs(), estates, DATA.verifyChairs(), DATA.verifyEstates(),
                DATA.chairDrafts(), DATA.estateDrafts(), DATA.chairDocument(), DATA.estateDocument(),
                DATA.chairConditions(), DATA.estateConditions());
        List<Point> ring = List.of(new Point(35, 139), new Point(35, 140), new Point(north, 140),
                new Point(north, 139), new Point(35, 139));
        Request request = new Request("POST", "/api/estate/nazotte", "", RandomPolygon.body(ring));
        AnswerSource answers = only(Kind.NAZOTTE, data, request);
        assertTrue(Trial.of(Fault.none(), Trial.parameters(), false, data, answers).pass());
        Fault unrounded = Fault.verify(Endpoint.NAZOTTE, right -> right.edited(node -> {
            var list = node.withArray("estates");
            list.insert(0, isuumo.bench.answers.WireJson.estate(near));
            node.put("count", list.size());
        }));
        Trial trial = Trial.of(unrounded, Trial.parameters(), false, data, answers);
        assertFalse(trial.pass(), trial::toString);
        assertTrue(trial.reason().contains("another body than recorded"), trial::toString);
    }
}
