package isuumo.cluster;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Whether who asks, and who answers, knows the secret of the hosts; neither says it.
 *
 * <p>A question carries its sender's name, a random number, and an HMAC-SHA256 (RFC 2104) of both with the method and the
 * path; the answer an HMAC of that number and its status, so it cannot be another question's. This proves who speaks, not
 * what: who can change bytes between the hosts can change a body, and say a question again. The hosts' network is the firewall's
 * business. Immutable.
 */
final class HostProof {
    static final String HEADER = "Isuumo-Host";

    private static final String ALGORITHM = "HmacSHA256";
    private static final int NONCE_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec key;

    HostProof(String secret) {
        key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /** What a question carries: {@code isu2 0123… 89ab…}. */
    record Question(String host, String nonce, String code) {
        /** Empty when the header is not like that. */
        static Optional<Question> parse(String header) {
            String[] parts = header.split(" ", -1);
            return parts.length == 3 ? Optional.of(new Question(parts[0], parts[1], parts[2])) : Optional.empty();
        }

        @Override
        public String toString() {
            return host + " " + nonce + " " + code;
        }
    }

    Question ask(String host, String method, String path) {
        byte[] random = new byte[NONCE_BYTES];
        RANDOM.nextBytes(random);
        String nonce = HexFormat.of().formatHex(random);
        return new Question(host, nonce, ofQuestion(host, nonce, method, path));
    }

    boolean proves(Question question, String method, String path) {
        return same(question.code(), ofQuestion(question.host(), question.nonce(), method, path));
    }

    /** What the answer to it carries. */
    String answer(Question question, int status) {
        return code("answer\n" + question.nonce() + "\n" + status);
    }

    boolean proves(Question question, int status, String answer) {
        return same(answer, answer(question, status));
    }

    private String ofQuestion(String host, String nonce, String method, String path) {
        return code("question\n" + host + "\n" + nonce + "\n" + method + "\n" + path);
    }

    private String code(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    /** In a time that does not tell how much of it is right. */
    private static boolean same(String given, String right) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
    }
}
