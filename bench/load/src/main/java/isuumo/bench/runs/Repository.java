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
    public record Commit(String id, String author, String subject) {}

    /** @param id anything that git takes for a commit's name, of letters, digits and a few signs */
    public Optional<Commit> commit(String id) throws IOException, InterruptedException {
        return log("-1", id).stream().findFirst();
    }

    /** Those that {@code to} has and {@code from} has not, the newest first. */
    public List<Commit> between(String from, String to) throws IOException, InterruptedException {
        return log("-50", from + ".." + to);
    }

    private List<Commit> log(String most, String range) throws IOException, InterruptedException {
        if (!range.matches("[0-9A-Za-z]+(\\.\\.[0-9A-Za-z]+)?")) {
            return List.of(); // "unknown", or nothing that a server should be able to have git do
        }
        Process git;
        try {
            git = new ProcessBuilder("git", "-C", root.toString(), "log", most, "--format=%h%x09%an%x09%s", range, "--")
                    .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        } catch (IOException _) {
            return List.of(); // no git here
        }
        String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        List<Commit> commits = new ArrayList<>();
        if (git.waitFor() == 0) {
            said.lines().map(line -> line.split("\t", 3)).filter(parts -> parts.length == 3)
                    .forEach(parts -> commits.add(new Commit(parts[0], parts[1], parts[2])));
        }
        return commits;
    }
}
