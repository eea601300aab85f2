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
        return out.append(SCRIPT).toString();
    }

    private static void graph(StringBuilder out, String title, String page) {
        out.append(text(
                "<details class=\"graph\"><summary>%s</summary><iframe class=\"flames\" title=\"%s\" data-page=\"%s\">"
                        + "</iframe></details>",
                title, title, page));
    }

    /** A graph takes its size when it is loaded, so not before it is seen; its root is at its foot. */
    private static final String SCRIPT = """
            <script>
            for (const graph of document.querySelectorAll('details.graph')) {
              graph.addEventListener('toggle', () => {
                const frame = graph.querySelector('iframe');
                frame.addEventListener('load', () => frame.contentWindow.scrollTo(0, 1e9));
                frame.srcdoc = frame.dataset.page;
              }, { once: true });
            }
            </script>
            """;
}
