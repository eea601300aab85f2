package isuumo.bench.page;

import static isuumo.bench.report.Html.text;

/** A table that sorts by the head that is clicked. A page with one has {@link #SCRIPT} once, after it. */
final class SortedTable {
    /** What all tables of a run are sorted by at first: what took most. */
    private static final String FIRST = "#sum s";

    private SortedTable() {}

    /** Its opening and heads; a name that begins with {@code #} is over numbers. */
    static String begin(String... names) {
        StringBuilder out = new StringBuilder("<div class=\"wide\"><table class=\"sorted\"><thead><tr>");
        for (String name : names) {
            boolean number = name.startsWith("#");
            out.append("<th").append(number ? " class=\"n\"" : "")
                    .append(name.equals(FIRST) ? " aria-sort=\"descending\"" : "")
                    .append(text("><button type=\"button\">%s</button></th>", number ? name.substring(1) : name));
        }
        return out.append("</tr></thead><tbody>").toString();
    }

    /** A number's cell, which is sorted by its value. */
    static void cell(StringBuilder out, double value, String shown) {
        out.append(text("<td class=\"n\" data-v=\"%s\">%s</td>", value, shown));
    }

    static final String SCRIPT = """
            <script>
            for (const table of document.querySelectorAll('table.sorted')) {
              const heads = [...table.tHead.rows[0].cells];
              heads.forEach((head, column) => head.querySelector('button').addEventListener('click', () => {
                const down = head.getAttribute('aria-sort') !== 'descending';
                heads.forEach(other => other.removeAttribute('aria-sort'));
                head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
                const value = row => row.cells[column].dataset.v ?? row.cells[column].textContent;
                const order = (a, b) => isNaN(value(a)) ? value(b).localeCompare(value(a)) : value(b) - value(a);
                const rows = [...table.tBodies[0].rows].sort((a, b) => down ? order(a, b) : order(b, a));
                table.tBodies[0].append(...rows);
              }));
            }
            </script>
            """;
}
