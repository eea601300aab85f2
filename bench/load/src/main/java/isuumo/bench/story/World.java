package isuumo.bench.story;

import isuumo.bench.Parameters;
import isuumo.bench.data.Chair;
import isuumo.bench.data.DataSet;
import isuumo.bench.data.Estate;
import isuumo.bench.http.Network;
import isuumo.bench.score.Metrics;
import isuumo.bench.score.Tally;
import isuumo.bench.truth.ChairEntry;
import isuumo.bench.truth.EstateEntry;
import isuumo.bench.truth.Truth;
import isuumo.bench.wire.AnswerReader;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What every phase and worker of one run shares.
 *
 * @param strict     whether to check more than the contest does
 * @param level      the present load level
 * @param scenarios  scenarios that people played to the end
 * @param chairReader  reads chairs from answers
 * @param estateReader reads estates from answers
 */
public record World(Network network, DataSet data, Truth truth, Parameters parameters, boolean strict, Tally tally,
        Metrics metrics, AtomicInteger level, AtomicLong scenarios,
        AnswerReader<Chair, ChairEntry> chairReader,
        AnswerReader<Estate, EstateEntry> estateReader) {

    public static World of(List<URI> targets, DataSet data, Parameters parameters, boolean strict) {
        Truth truth = new Truth(data);
        return new World(new Network(targets), data, truth, parameters, strict,
                new Tally(parameters.scoring()),
                new Metrics(parameters.ruleLoad().toSeconds(), parameters.variation()), new AtomicInteger(),
                new AtomicLong(),
                new AnswerReader<>("chairs", Chair.class, truth::chair),
                new AnswerReader<>("estates", Estate.class, truth::estate));
    }
}
