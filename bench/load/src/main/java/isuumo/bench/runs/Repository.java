package isuumo.bench.runs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What git knows of commits. Where there is no git, or no such commit, it knows nothing; that is no error. */
public record Repository(Path root) {
    /** One commit of the history. */
    public record Commit(String id, String author, String subject) {
        /** As people quote it. */
        public String shortId() {
            return id.substring(0, Math.min(12, id.length()));
        }
    }

    /** @param id anything that git takes for a commit's name, of letters, digits and a few signs */
    public Optional<Commit> commit(String id) throws IOException, InterruptedException {
        return log("-1", id).stream().findFirst();
    }

    /** Those that {@code to} has and {@code from} has not, the newest first. */
    public List<Commit> between(String from, String to) throws IOException, InterruptedException {
        return log("-50", from + ".." + to);
    }

    /** Whether files differ from the last commit, or are in none. */
    public boolean isChanged() throws IOException, InterruptedException {
        return !git("status", "--porcelain").isEmpty();
    }

    private List<Commit> log(String most, String range) throws IOException, InterruptedException {
        if (!range.matches("[0-9A-Za-z]+(\\.\\.[0-9A-Za-z]+)?")) {
            return List.of(); // "unknown", or nothing that a server should be able to have git do
        }
        List<Commit> commits = new ArrayList<>();
        git("log", most, "--format=%H%x09%an%x09%s", range, "--").lines().map(line -> line.split("\t", 3))
                .filter(parts -> parts.length == 3)
                .forEach(parts -> commits.add(new Commit(parts[0], parts[1], parts[2])));
        return commits;
    }

    /** What git prints; nothing if it cannot tell. */
    private String git(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git", "-C", root.toString()));
        command.addAll(List.of(arguments));
        Process git;
        try {
            git = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        } catch (IOException _) {
            return ""; // no git here
        }
        String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return git.waitFor() == 0 ? said : "";
    }
}
