package isuumo.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The site's HTML page with an item said in it, for who runs none of its scripts: messengers, which draw a preview card of a
 * link (<a href="https://ogp.me/">Open Graph</a>), search engines, and people. In place of the page's title, its description,
 * and its text for browsers without scripts. All else is the same, so the script draws the item as on any other page.
 *
 * @param page the built {@code index.html}
 */
record ItemPage(String page) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PARTS = Pattern
            .compile("(?s)<title>.*?</title>|<meta name=\"description\"[^>]*>|<noscript>.*?</noscript>");
    private static final int MAX_DESCRIPTION_CHARS = 200;

    /** @param value as people read it; empty: not said */
    private record Fact(String label, String english, String value) {
        String html() {
            return "<dt>" + label + " <span lang=\"en\">" + english + "</span></dt><dd>" + escaped(value) + "</dd>";
        }
    }

    /**
     * @param kind {@code chair} or {@code estate}
     * @param json the item as the API sends it
     * @param origin what addresses in the page begin with, such as {@code https://isuumo.example}
     */
    String of(String kind, byte[] json, String origin) {
        JsonNode item = read(json);
        List<Fact> facts = (kind.equals("chair") ? chair(item) : estate(item)).stream()
                .filter(fact -> !fact.value.isEmpty()).toList();
        return PARTS.matcher(page).replaceAll(part -> Matcher.quoteReplacement(switch (part.group().charAt(1)) {
            case 't' -> head(kind, item, facts, origin);
            case 'm' -> "";
            default -> body(kind, item, facts);
        }));
    }

    private static JsonNode read(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Fact> chair(JsonNode chair) {
        return List.of(new Fact("価格", "Price", yen(chair, "price")),
                new Fact("幅 × 奥行 × 高さ", "Width × depth × height", centimetres(chair, "width", "depth", "height")),
                new Fact("種類", "Kind", text(chair, "kind")), new Fact("色", "Colour", text(chair, "color")),
                new Fact("特徴", "Features", features(chair)));
    }

    private static List<Fact> estate(JsonNode estate) {
        return List.of(new Fact("賃料（月額）", "Rent a month", yen(estate, "rent")),
                new Fact("ドアの幅 × 高さ", "Width × height of the door", centimetres(estate, "doorWidth", "doorHeight")),
                new Fact("住所", "Address", text(estate, "address")), new Fact("特徴", "Features", features(estate)));
    }

    private static String text(JsonNode item, String key) {
        return item.path(key).asText();
    }

    private static String yen(JsonNode item, String key) {
        return String.format(Locale.ROOT, "%,d円", item.path(key).asLong());
    }

    private static String centimetres(JsonNode item, String... keys) {
        return List.of(keys).stream().map(key -> text(item, key)).collect(Collectors.joining(" × ", "", " cm"));
    }

    private static String features(JsonNode item) {
        return text(item, "features").replace(",", "、");
    }

    private static String head(String kind, JsonNode item, List<Fact> facts, String origin) {
        String title = text(item, "name") + " | ISUUMO";
        String description = shortened(facts.stream().map(Fact::value).collect(Collectors.joining("、")) + "。"
                + text(item, "description"));
        return "<title>" + escaped(title) + "</title>" + meta("name", "description", description)
                + meta("property", "og:title", title) + meta("property", "og:description", description)
                + meta("property", "og:url", origin + "/" + kind + "/" + text(item, "id"))
                + meta("property", "og:type", "website") + meta("property", "og:site_name", "ISUUMO")
                + meta("property", "og:locale", "ja_JP") + meta("name", "twitter:card", "summary_large_image")
                + (hasPicture(item)
                        ? meta("property", "og:image", origin + text(item, "thumbnail"))
                                + meta("property", "og:image:alt", text(item, "name"))
                        : "");
    }

    private static String meta(String attribute, String name, String content) {
        return "<meta " + attribute + "=\"" + name + "\" content=\"" + escaped(content) + "\">";
    }

    /** Whether the picture is one of ours: the text comes from whoever uploads. */
    private static boolean hasPicture(JsonNode item) {
        return text(item, "thumbnail").startsWith("/images/");
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= MAX_DESCRIPTION_CHARS
                ? text
                : text.substring(0, text.offsetByCodePoints(0, MAX_DESCRIPTION_CHARS)) + "…";
    }

    private static String body(String kind, JsonNode item, List<Fact> facts) {
        String action = kind.equals("chair") ? "購入" : "資料の請求";
        String english = kind.equals("chair") ? "buy it" : "request its documents";
        return "<noscript><div class=\"no-script\"><p><a href=\"/\">ISUUMO</a></p><h1>" + escaped(text(item, "name"))
                + "</h1>" + (hasPicture(item)
                        ? "<img src=\"" + escaped(text(item, "thumbnail")) + "\" alt=\"\" width=\"400\" height=\"300\">"
                        : "")
                + "<p>" + escaped(text(item, "description")) + "</p><dl>"
                + facts.stream().map(Fact::html).collect(Collectors.joining()) + "</dl><p>" + action
                + "にはJavaScriptが必要です。有効にしてから、このページを読み込みなおしてください。</p><p lang=\"en\">To " + english
                + ", please enable JavaScript and reload this page.</p></div></noscript>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
