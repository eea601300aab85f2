package isuumo.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ItemPageTest {
    private static final String HEAD = "<!doctype html><html lang=\"ja\"><head><meta charset=\"utf-8\">";
    private static final String TAIL = "<script src=\"/a.js\"></script></body></html>";
    private static final ItemPage PAGE = new ItemPage(HEAD
            + "<meta name=\"description\" content=\"all\" />\n<title>ISUUMO</title></head><body><div id=\"app\"></div>"
            + "<noscript>\n<p>none</p>\n</noscript>" + TAIL);
    private static final String ORIGIN = "https://isuumo.example";

    private static ObjectNode chair() {
        return new ObjectMapper().createObjectNode().put("id", 7).put("name", "椅子").put("description", "丈夫です")
                .put("thumbnail", "/images/chair/a.png").put("price", 12_345).put("height", 80).put("width", 40)
                .put("depth", 52).put("color", "黒").put("features", "折りたたみ,肘掛け").put("kind", "座椅子");
    }

    private static ObjectNode estate() {
        return new ObjectMapper().createObjectNode().put("id", 9).put("thumbnail", "/images/estate/b.png")
                .put("name", "住まい").put("description", "日当たり良好").put("latitude", 35.0).put("longitude", 135.0)
                .put("address", "京都府").put("rent", 98_000).put("doorHeight", 190).put("doorWidth", 85)
                .put("features", "");
    }

    private static String page(String kind, ObjectNode item) {
        return PAGE.of(kind, item.toString().getBytes(StandardCharsets.UTF_8), ORIGIN);
    }

    /** What a messenger reads. */
    private static String meta(String page, String name) {
        Matcher meta = Pattern.compile("<meta (?:name|property)=\"" + name + "\" content=\"([^\"<>]*)\">")
                .matcher(page);
        assertTrue(meta.find(), () -> name + " in " + page);
        return meta.group(1);
    }

    @Test
    void aChairHasAPreviewCard() {
        String page = page("chair", chair());
        assertTrue(page.contains("<title>椅子 | ISUUMO</title>"), page);
        assertEquals("椅子 | ISUUMO", meta(page, "og:title"));
        assertEquals("12,345円、40 × 52 × 80 cm、座椅子、黒、折りたたみ、肘掛け。丈夫です", meta(page, "og:description"));
        assertEquals(ORIGIN + "/chair/7", meta(page, "og:url"));
        assertEquals(ORIGIN + "/images/chair/a.png", meta(page, "og:image"));
        assertEquals("summary_large_image", meta(page, "twitter:card"));
        assertEquals(meta(page, "og:description"), meta(page, "description"));
    }

    @Test
    void aHomeIsReadableWithoutScripts() {
        String page = page("estate", estate());
        for (String part : new String[]{"<h1>住まい</h1>", "<p>日当たり良好</p>", "<dd>98,000円</dd>", "<dd>85 × 190 cm</dd>",
                "<dd>京都府</dd>", "src=\"/images/estate/b.png\""}) {
            assertTrue(page.contains(part), () -> part + " in " + page);
        }
        assertFalse(page.contains("特徴"), "it has none");
    }

    @Test
    void theRestOfThePageIsTheSame() {
        String page = page("chair", chair());
        assertTrue(page.startsWith(HEAD) && page.endsWith("</noscript>" + TAIL), page);
        assertTrue(page.contains("<div id=\"app\"></div><noscript>"), page);
        assertFalse(page.contains("none") || page.contains("\"all\""), page);
    }

    @Test
    void whateverATextHoldsIsText() {
        String text = "</title><script>alert(1)</script>\"'&amp;$1\\<!--";
        String escaped = "&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;amp;$1\\&lt;!--";
        ObjectNode chair = chair();
        for (String key : new String[]{"name", "description", "color", "features", "kind"}) {
            chair.put(key, text);
        }
        String page = page("chair", chair.put("thumbnail", "/images/\"><script>"));
        assertEquals(escaped + " | ISUUMO", meta(page, "og:title"));
        assertTrue(page.contains("<h1>" + escaped + "</h1>"), page);
        assertEquals(1, Pattern.compile("<script").matcher(page).results().count(), page);
    }

    @Test
    void aPictureFromElsewhereIsNotShown() {
        String page = page("chair", chair().put("thumbnail", "//evil.example/a.png"));
        assertFalse(page.contains("og:image") || page.contains("<img"), page);
    }

    @Test
    void aLongDescriptionIsCutBetweenCharacters() {
        String description = meta(page("chair", chair().put("description", "🪑".repeat(300))), "og:description");
        assertTrue(description.endsWith("🪑…"), description);
        assertEquals(201, description.codePointCount(0, description.length()));
    }
}
