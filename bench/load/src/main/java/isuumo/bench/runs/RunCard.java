package isuumo.bench.runs;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * What a run was a run of: {@code run.json}.
 *
 * @param commit  of the server, as {@code /version} tells it, else of the repository; "unknown" without either
 * @param dirty   whether the server was built with changes that no commit has
 * @param author  of that commit; empty if the repository does not know it
 * @param subject of that commit; empty likewise
 * @param note    what the person who ran it wrote; may be empty
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RunCard(String commit, boolean dirty, String author, String subject, String note) {
    private static final int SHORT = 12;

    /** What people read: the note, else the commit's subject. */
    public String title() {
        return note.isEmpty() ? subject : note;
    }

    public String shortCommit() {
        return (commit.length() > SHORT ? commit.substring(0, SHORT) : commit) + (dirty ? "+" : "");
    }
}
