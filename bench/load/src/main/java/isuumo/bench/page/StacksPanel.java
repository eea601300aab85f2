package isuumo.bench.page;

import static isuumo.bench.report.Html.text;

import isuumo.bench.hosts.Stacks;
import isuumo.bench.hosts.Stacks.Kind;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Flame graphs of each host's server, folded; each a page within this one, so that one file holds all.
 *
 * @param before of the run that is compared with
 */
record StacksPanel(List<Stacks> stacks, List<Stacks> before) {

    String html() throws IOException {
        if (stacks.isEmpty()) {
            return "";
        }
        StringBuilder out = new StringBuilder("<h2>Where the servers' time went</h2>");
        for (Stacks host : stacks) {
            for (Kind kind : Kind.values()) {
                graph(out, host.host() + ": " + kind.title(), host.flameGraph(kind));
            }
            Optional<Stacks> earlier = before.stream().filter(b -> b.host().equals(host.host())).findFirst();
            if (earlier.isPresent()) {
                graph(out, host.host() + ": processor, against the other run (red: more, blue: less)",
                        host.difference(Kind.CPU, earlier.get()));
            }
        }
        return out.toString();
    }

    private static void graph(StringBuilder out, String title, String page) {
        out.append(text(
                "<details><summary>%s</summary><iframe class=\"flames\" title=\"%s\" loading=\"lazy\" srcdoc=\"%s\">"
                        + "</iframe></details>",
                title, title, page));
    }
}
