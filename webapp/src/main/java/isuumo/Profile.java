package isuumo;

import java.util.Optional;

/**
 * Who stands outside: the contest's benchmark, to which everything is open, or anybody.
 *
 * @param operatorCredential what {@code /initialize} and uploads must bring; empty in the contest's profile
 */
public record Profile(Optional<String> operatorCredential) {
    public static final Profile CONTEST = new Profile(Optional.empty());

    /** Half of 190 bits in letters and digits: nobody tries them all over a network. */
    private static final int MIN_CREDENTIAL_LENGTH = 16;

    static Profile of(Environment in) {
        String name = in.text("ISUUMO_PROFILE", null);
        Optional<String> credential = in.secretFile("ISUUMO_OPERATOR_CREDENTIAL_FILE");
        return switch (name) {
            case "contest" -> {
                if (credential.isPresent()) {
                    throw new InvalidSettingException("ISUUMO_OPERATOR_CREDENTIAL_FILE is set, but with"
                            + " ISUUMO_PROFILE=contest nobody is asked for it; unset it, or set ISUUMO_PROFILE=public");
                }
                yield CONTEST;
            }
            case "public" -> new Profile(Optional.of(credential.filter(Profile::isLong).orElseThrow(
                    () -> new InvalidSettingException("ISUUMO_PROFILE=public needs ISUUMO_OPERATOR_CREDENTIAL_FILE, a"
                            + " file with " + MIN_CREDENTIAL_LENGTH
                            + " characters or more, such as those of: openssl rand"
                            + " -hex 16; whoever has them may upload and reset"))));
            default -> throw new InvalidSettingException("ISUUMO_PROFILE=" + name
                    + "; it must be contest, where anybody may upload and reset, or public, where operators may");
        };
    }

    private static boolean isLong(String credential) {
        return credential.length() >= MIN_CREDENTIAL_LENGTH;
    }

    boolean isPublic() {
        return operatorCredential.isPresent();
    }

    /** Out of logs. */
    @Override
    public String toString() {
        return isPublic() ? "public" : "contest";
    }
}
