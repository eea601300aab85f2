package isuumo.generator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes the description lines of a kind of item out of sentences with slots.
 *
 * <p>A phrase file has sections: {@code [=name]} holds the words of the slot <code>{name}</code>, any other {@code [name]}
 * holds sentences. A line takes at most one sentence of each section, in the order of the file, so that it never says a
 * thing twice; words drawn into one sentence are distinct.
 */
final class Descriptions {
    /** How many sentences a line has, each element equally likely: some 62 characters on average, at most a few hundred. */
    private static final List<Integer> SENTENCES = List.of(1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 3, 3, 3, 4, 8);

    private static final Pattern SLOT = Pattern.compile("\\{(\\w+)}");

    private final Map<String, List<String>> words = new LinkedHashMap<>();
    private final List<List<String>> sections = new ArrayList<>();

    Descriptions(String resource) {
        List<String> section = null;
        for (String line : WordList.read(resource)) {
            if (line.startsWith("[=")) {
                section = new ArrayList<>();
                words.put(line.substring(2, line.length() - 1), section);
            } else if (line.startsWith("[")) {
                section = new ArrayList<>();
                sections.add(section);
            } else if (section == null) {
                throw new IllegalStateException(resource + ": a line before the first section: " + line);
            } else {
                section.add(line);
            }
        }
    }

    /** {@code count} distinct lines. */
    List<String> lines(int count, Dice dice) {
        Set<String> lines = new LinkedHashSet<>();
        while (lines.size() < count) {
            lines.add(line(dice));
        }
        return List.copyOf(lines);
    }

    private String line(Dice dice) {
        int missing = Math.min(dice.one(SENTENCES), sections.size());
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < sections.size(); i++) {
            if (dice.below(sections.size() - i) < missing) {
                line.append(fill(dice.one(sections.get(i)), dice));
                missing--;
            }
        }
        return line.toString();
    }

    private String fill(String sentence, Dice dice) {
        Map<String, List<String>> left = new LinkedHashMap<>();
        Matcher slots = SLOT.matcher(sentence);
        StringBuilder filled = new StringBuilder();
        while (slots.find()) {
            List<String> choice = left.computeIfAbsent(slots.group(1), name -> new ArrayList<>(words.get(name)));
            slots.appendReplacement(filled, Matcher.quoteReplacement(choice.remove(dice.below(choice.size()))));
        }
        return slots.appendTail(filled).toString();
    }
}
