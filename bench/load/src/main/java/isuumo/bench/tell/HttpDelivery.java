package isuumo.bench.tell;

import isuumo.bench.data.BadData;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

/**
 * JSON by POST to an address that a file holds. Whoever knows a webhook's address may write to its chat, so that it is in no
 * command line, no message and no log. Thread-safe.
 */
public final class HttpDelivery implements Delivery {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    /** RFC 9110: the content is at fault, not the moment. */
    private static final Set<Integer> UNWANTED = Set.of(400, 413, 422);

    private final HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final Path file;
    private final URI address;

    private HttpDelivery(Path file, URI address) {
        this.file = file;
        this.address = address;
    }

    /** @throws BadData if the file holds no address, told without what it holds */
    public static HttpDelivery toAddressIn(Path file) {
        try {
            URI address = URI.create(Files.readString(file).strip());
            if (Set.of("http", "https").contains(String.valueOf(address.getScheme())) && address.getHost() != null) {
                return new HttpDelivery(file, address);
            }
        } catch (IOException e) {
            throw new BadData(file + ": unreadable; it must hold one line, an address of http or https");
        } catch (IllegalArgumentException _) {
            // told below
        }
        throw new BadData(file + " holds no address of http or https; it must be its one line");
    }

    @Override
    public void deliver(byte[] message) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address).timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(message)).build();
        int status;
        try {
            status = client.send(request, BodyHandlers.discarding()).statusCode();
        } catch (HttpTimeoutException _) {
            throw new IOException("the address in " + file + " has not answered for " + TIMEOUT.toSeconds() + " s");
        } catch (IOException e) {
            throw new IOException(
                    "the address in " + file + " cannot be reached (" + e.getClass().getSimpleName() + ")");
        }
        String said = "the address in " + file + " answers " + status;
        if (UNWANTED.contains(status)) {
            throw new Unwanted(said);
        }
        if (status < 200 || status > 299) {
            throw new IOException(said);
        }
    }
}
