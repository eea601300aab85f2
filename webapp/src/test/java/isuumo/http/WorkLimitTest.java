package isuumo.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.helidon.webserver.WebServer;
import isuumo.testing.Answer;
import isuumo.testing.Http;
import isuumo.testing.RawHttp;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** In a minute, or it hangs. */
@Timeout(60)
class WorkLimitTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final Semaphore mayEnd = new Semaphore(0);
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private WorkLimit limit;
    private WebServer server;

    private Http serve(int atOnce, int waiting, Duration patience) {
        limit = new WorkLimit("drawings", atOnce, waiting, patience);
        Routes routes = new Routes((_, handler) -> handler).get("/", limit.guard((_, response) -> {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            mayEnd.acquire();
            inside.decrementAndGet();
            response.send();
        }));
        server = WebServer.builder().address(InetAddress.getLoopbackAddress()).port(0).routing(routes.build()).build()
                .start();
        return new Http(server.port());
    }

    @AfterEach
    void stop() {
        mayEnd.release(100);
        server.stop();
    }

    private static void await(IntSupplier number, int value) throws InterruptedException {
        while (number.getAsInt() != value) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }

    @Test
    void soManyAreAtWorkAtOnceAndTheOthersWait() throws Exception {
        Http http = serve(3, 100, LONG);
        List<CompletableFuture<Answer>> answers = IntStream.range(0, 10)
                .mapToObj(_ -> CompletableFuture.supplyAsync(() -> http.get("/"), Thread::startVirtualThread)).toList();
        await(limit::running, 3);
        await(limit::waiting, 7);
        mayEnd.release(10);
        answers.forEach(answer -> assertEquals(200, answer.join().status()));
        assertEquals(3, most.get());
        await(limit::running, 0);
        assertEquals(0, limit.refused());
    }

    @Test
    void whoseTurnDoesNotComeInTimeIsRefusedAndNotBegun() throws Exception {
        Http http = serve(1, 100, Duration.ofMillis(20));
        var first = CompletableFuture.supplyAsync(() -> http.get("/"), Thread::startVirtualThread);
        await(limit::running, 1);
        Answer refused = http.get("/").expectError(503);
        assertEquals("Nothing was done, so try again: 1 drawings are under way, and others have waited for 20 ms",
                refused.json().get("error").textValue());
        assertEquals("1", refused.headers().firstValue("Retry-After").orElse(""));
        assertEquals("true", refused.headers().firstValue("Isuumo-Not-Begun").orElse(""));
        assertEquals(429, http.with("Isuumo-Busy-Status", "429").get("/").status(), "as nginx wants it");
        assertEquals(503, http.with("Isuumo-Busy-Status", "200").get("/").status());
        assertEquals(1, inside.get());
        assertEquals(3, limit.refused());
        mayEnd.release();
        assertEquals(200, first.join().status());
    }

    @Test
    void thereIsNoRoomForMoreThanSoManyToWait() throws Exception {
        Http http = serve(1, 1, LONG);
        CountDownLatch answered = new CountDownLatch(2);
        for (int i = 0; i < 2; i++) {
            Thread.startVirtualThread(() -> {
                http.get("/").expect(200);
                answered.countDown();
            });
        }
        await(limit::waiting, 1);
        http.get("/").expectError(503);
        mayEnd.release(2);
        answered.await();
    }

    @Test
    void whoDoesNotReadTheAnswerKeepsNobodyWaiting() throws Exception {
        limit = new WorkLimit("drawings", 1, 100, Duration.ofMillis(20));
        AtomicBoolean sending = new AtomicBoolean();
        byte[] long64 = new byte[64 << 20]; // more than sockets hold
        Routes routes = new Routes((_, handler) -> handler)
                .get("/long", limit.guard((_, response) -> {
                    response.beforeSend(() -> sending.set(true));
                    response.send(long64);
                }))
                .get("/", limit.guard((_, response) -> response.send()));
        server = WebServer.builder().address(InetAddress.getLoopbackAddress()).port(0).routing(routes.build()).build()
                .start();
        try (RawHttp slow = new RawHttp(server.port())) {
            slow.send("GET /long HTTP/1.1\r\nHost: isuumo\r\n\r\n");
            await(() -> sending.get() ? 1 : 0, 1);
            for (int i = 0; i < 3; i++) {
                new Http(server.port()).get("/").expect(200);
            }
        }
    }

    @Test
    void aFailureGivesTheTurnBack() throws Exception {
        limit = new WorkLimit("drawings", 1, 0, LONG);
        Routes routes = new Routes((_, handler) -> handler).get("/", limit.guard((_, _) -> {
            throw ApiError.notFound("nothing");
        }));
        server = WebServer.builder().address(InetAddress.getLoopbackAddress()).port(0).routing(routes.build()).build()
                .start();
        for (int i = 0; i < 3; i++) {
            new Http(server.port()).get("/").expect(404);
        }
        await(limit::running, 0);
    }
}
