package isuumo.bench.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import isuumo.bench.answers.Recorded.Response;
import isuumo.bench.data.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;

/** An answer about to be sent, and how. Distortions give a new one. */
record Answer(int status, byte[] body, String encoding, How how, long delayMillis) {

    /** How the bytes leave. */
    enum How {
        WHOLE, CHUNKED, NEVER, SHORTER_THAN_ANNOUNCED
    }

    Answer(Response response) {
        this(response.statusCode(), response.body().getBytes(StandardCharsets.UTF_8), null, How.WHOLE, 0);
    }

    Answer with(int otherStatus) {
        return new Answer(otherStatus, otherStatus == 200 ? body : new byte[0], encoding, how, delayMillis);
    }

    Answer withBody(String text) {
        return new Answer(status, text.getBytes(StandardCharsets.UTF_8), encoding, how, delayMillis);
    }

    Answer after(long millis) {
        return new Answer(status, body, encoding, how, millis);
    }

    Answer sent(How otherHow) {
        return new Answer(status, body, encoding, otherHow, delayMillis);
    }

    Answer gzipped() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return new Answer(status, out.toByteArray(), "gzip", how, delayMillis);
    }

    /** One bit of the packed bytes flipped. */
    Answer damaged() {
        byte[] damaged = body.clone();
        damaged[damaged.length - 8] ^= 1;
        return new Answer(status, damaged, encoding, how, delayMillis);
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    ObjectNode json() {
        try {
            return (ObjectNode) Json.MAPPER.readTree(body);
        } catch (IOException e) {
            throw new IllegalStateException(text(), e);
        }
    }

    boolean hasJson() {
        return body.length > 0 && body[0] == '{';
    }

    /** Changes the JSON object of a successful answer. */
    Answer edited(Consumer<ObjectNode> change) {
        if (status != 200 || !hasJson()) {
            return this;
        }
        ObjectNode node = json();
        change.accept(node);
        return withBody(node.toString());
    }

    /** Changes the list of a successful answer, if it has at least {@code size} rows. */
    Answer editedList(int size, Consumer<ArrayNode> change) {
        return edited(node -> {
            for (JsonNode value : node) {
                if (value instanceof ArrayNode list && list.size() >= size) {
                    change.accept(list);
                }
            }
        });
    }

    void send(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (delayMillis > 0) {
                Thread.sleep(delayMillis);
            }
            if (how == How.NEVER) {
                return;
            }
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            if (encoding != null) {
                exchange.getResponseHeaders().set("Content-Encoding", encoding);
            }
            if (status == 302) {
                exchange.getResponseHeaders().set("Location", "/");
            }
            long length = switch (how) {
                case CHUNKED -> 0;
                case SHORTER_THAN_ANNOUNCED -> body.length + 10L;
                default -> body.length == 0 ? -1 : body.length;
            };
            exchange.sendResponseHeaders(status, status == 304 ? -1 : length);
            if (length >= 0 && status != 304) {
                exchange.getResponseBody().write(body);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
