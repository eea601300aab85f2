package isuumo.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A directory with the contest's file names: the generator's output or the contest's own files.
 *
 * @param path an existing directory that holds all files this server needs
 * @param fingerprint SHA-256 of the two SQL files, in hexadecimal: the same rows have the same fingerprint
 */
public record DataDirectory(Path path, String fingerprint) {
    private static final String ESTATE_SQL = "1_DummyEstateData.sql";
    private static final String CHAIR_SQL = "2_DummyChairData.sql";
    private static final String CHAIR_CONDITION = "chair_condition.json";
    private static final String ESTATE_CONDITION = "estate_condition.json";

    /** @throws InvalidDataException when the directory or one of its files is missing or unreadable */
    public static DataDirectory open(Path path) {
        for (String name : List.of(ESTATE_SQL, CHAIR_SQL, CHAIR_CONDITION, ESTATE_CONDITION)) {
            if (!Files.isReadable(path.resolve(name))) {
                throw new InvalidDataException(path.resolve(name) + " is missing or unreadable; the data directory "
                        + "holds the contest's files or what the generator makes (./deploy.sh local runs it)");
            }
        }
        return new DataDirectory(path, fingerprint(path.resolve(ESTATE_SQL), path.resolve(CHAIR_SQL)));
    }

    private static String fingerprint(Path... files) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            for (Path file : files) {
                try (InputStream in = new DigestInputStream(Files.newInputStream(file), sha256)) {
                    in.transferTo(OutputStream.nullOutputStream());
                }
            }
            return HexFormat.of().formatHex(sha256.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The scripts that insert the initial rows, in order. */
    public List<Path> insertScripts() {
        return List.of(path.resolve(ESTATE_SQL), path.resolve(CHAIR_SQL));
    }

    public ConditionDocument chairConditions() {
        return ConditionDocument.read(path.resolve(CHAIR_CONDITION));
    }

    public ConditionDocument estateConditions() {
        return ConditionDocument.read(path.resolve(ESTATE_CONDITION));
    }
}
