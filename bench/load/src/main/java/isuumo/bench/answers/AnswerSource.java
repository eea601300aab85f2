package isuumo.bench.answers;

import isuumo.bench.data.BadData;
import isuumo.bench.data.DataSet;
import isuumo.bench.data.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Where the verify phase gets its recorded answers from. */
public interface AnswerSource {

    /** So many answers of a kind, chosen at random. */
    List<Recorded> some(Kind kind, int count, RandomGenerator random);

    /** Computed from the data alone, so that no server is judged by a server's answers. The default. */
    static AnswerSource computed(DataSet data) {
        PlainAnswers answers = new PlainAnswers(data);
        return (kind, count, random) -> {
            RequestPlan plan = new RequestPlan(data, random);
            return Stream.generate(() -> plan.request(kind)).limit(kind.single() ? 1 : count)
                    .map(request -> new Recorded(request, answers.answer(request))).toList();
        };
    }

    /** Files as the contest's data set has them: {@code <folder>/<kind>/<n>.json}. */
    static AnswerSource files(Path folder) {
        return (kind, count, random) -> {
            List<Path> files = list(folder.resolve(kind.folder()));
            List<Recorded> chosen = new ArrayList<>();
            for (int i = 0; i < (kind.single() ? 1 : count); i++) {
                chosen.add(read(files.get(random.nextInt(files.size()))));
            }
            return chosen;
        };
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> list = files.filter(f -> f.toString().endsWith(".json")).sorted().toList();
            if (list.isEmpty()) {
                throw new BadData(folder + " has no recorded answer: make them with 'expect' or 'record'");
            }
            return list;
        } catch (IOException e) {
            throw new BadData(folder + " cannot be read (" + e.getMessage() + "): make it with 'expect' or 'record'");
        }
    }

    private static Recorded read(Path file) {
        try {
            return Json.MAPPER.readValue(file.toFile(), Recorded.class);
        } catch (IOException e) {
            throw new BadData(file + " is no recorded answer (" + e.getMessage().lines().findFirst().orElse("")
                    + "): make it again with 'expect' or 'record'");
        }
    }
}
