package isuumo.bench.tell;

import isuumo.bench.data.Json;
import java.io.IOException;
import java.util.Map;

/** A text as the webhooks of Slack, and of chats that imitate it, take it. */
public record ChatMessage(String text) {
    private static final int MOST_CHARACTERS = 3_000;

    /** {@code {"text":…}}, with the three characters escaped that such chats give a meaning. */
    public byte[] json() throws IOException {
        String shortened = text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS) + "…";
        return Json.MAPPER.writeValueAsBytes(
                Map.of("text", shortened.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")));
    }
}
