package isuumo.bench.page;

import static isuumo.bench.report.Html.table;
import static isuumo.bench.report.Html.tableEnd;
import static isuumo.bench.report.Html.text;

import isuumo.bench.hosts.HostSettings;
import isuumo.bench.runs.Settings;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Versions and settings of all that ran, and what of them another run had otherwise.
 *
 * @param files  the repository's, that the run was configured with
 * @param before of the run that is compared with
 */
record SettingsPanel(List<HostSettings> hosts, Settings files, List<HostSettings> before) {

    String html() {
        StringBuilder out = new StringBuilder();
        if (!hosts.isEmpty()) {
            hosts(out);
        }
        if (!files.files().isEmpty()) {
            out.append("<details><summary>Files that it was configured with</summary>");
            files.files().entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(
                    file -> details(out, file.getKey(), String.join("\n", file.getValue())));
            out.append("</details>");
        }
        return out.isEmpty() ? "" : "<h2>Settings and versions</h2>" + out;
    }

    private void hosts(StringBuilder out) {
        out.append(table(Stream.concat(Stream.of(""), hosts.stream().map(HostSettings::host)).toArray(String[]::new)));
        Set<String> names = new LinkedHashSet<>();
        hosts.forEach(host -> names.addAll(host.values().keySet()));
        names.removeIf(
                name -> name.startsWith(HostSettings.DATABASE) && !name.equals(HostSettings.DATABASE + "version"));
        for (String name : names) {
            out.append(text("<tr><th>%s</th>", name));
            hosts.forEach(host -> out.append(text("<td>%s</td>", host.values().getOrDefault(name, ""))));
            out.append("</tr>");
        }
        out.append(tableEnd());
        for (HostSettings host : hosts) {
            before.stream().filter(earlier -> earlier.host().equals(host.host())).map(host::since)
                    .filter(changed -> !changed.isEmpty())
                    .forEach(
                            changed -> out.append(text("<p>Set otherwise than in the other run on %s:</p><pre>%s</pre>",
                                    host.host(),
                                    changed.entrySet().stream().map(each -> each.getKey() + ": " + each.getValue())
                                            .collect(Collectors.joining("\n")))));
            details(out, host.host() + ": the database's variables", host.values().entrySet().stream()
                    .filter(each -> each.getKey().startsWith(HostSettings.DATABASE))
                    .map(each -> each.getKey().substring(HostSettings.DATABASE.length()) + " = " + each.getValue())
                    .collect(Collectors.joining("\n")));
        }
    }

    private static void details(StringBuilder out, String title, String content) {
        out.append(text("<details><summary>%s</summary><pre>%s</pre></details>", title, content));
    }
}
