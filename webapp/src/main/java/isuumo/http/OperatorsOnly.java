package isuumo.http;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.Handler;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Lets those in who bring the operators' credential ({@code Authorization: Bearer …}, RFC 6750), before a body is read. */
public final class OperatorsOnly {
    private static final String SCHEME = "Bearer ";

    private final byte[] credential;

    public OperatorsOnly(String credential) {
        this.credential = credential.getBytes(StandardCharsets.UTF_8);
    }

    public Handler guard(Handler handler) {
        return (request, response) -> {
            String given = request.headers().first(HeaderNames.AUTHORIZATION).orElse("");
            if (!given.startsWith(SCHEME) || !isRight(given.substring(SCHEME.length()))) {
                throw ApiError.forbidden("This is for operators; send their credential as Authorization: Bearer …");
            }
            handler.handle(request, response);
        };
    }

    /** In a time that does not tell how much of it is right. */
    private boolean isRight(String given) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), credential);
    }
}
