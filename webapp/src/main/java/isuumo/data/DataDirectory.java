package isuumo.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** A directory with the contest's file names: the generator's output or the contest's own files. Thread-safe. */
public final class DataDirectory {
    private static final String ESTATE_SQL = "1_DummyEstateData.sql";
    private static final String CHAIR_SQL = "2_DummyChairData.sql";
    private static final String CHAIR_CONDITION = "chair_condition.json";
    private static final String ESTATE_CONDITION = "estate_condition.json";

    private final Path path;
    private final FutureTask<String> fingerprint = new FutureTask<>(
            () -> sha256(path().resolve(ESTATE_SQL), path().resolve(CHAIR_SQL)));

    private DataDirectory(Path path) {
        this.path = path;
    }

    /** @throws InvalidDataException when the directory or one of its files is missing or unreadable */
    public static DataDirectory open(Path path) {
        for (String name : List.of(ESTATE_SQL, CHAIR_SQL, CHAIR_CONDITION, ESTATE_CONDITION)) {
            if (!Files.isReadable(path.resolve(name))) {
                throw new InvalidDataException(path.resolve(name) + " is missing or unreadable; the data directory "
                        + "holds the contest's files or what the generator makes (./deploy.sh local runs it)");
            }
        }
        return new DataDirectory(path);
    }

    /** An existing directory that holds all files this server needs. */
    public Path path() {
        return path;
    }

    /**
     * SHA-256 of the two SQL files, in hexadecimal: the same rows have the same fingerprint. Computed when it is first asked
     * for, some 0.2 s of processor time that a start need not wait for.
     */
    public String fingerprint() {
        fingerprint.run(); // once; others wait for it
        try {
            return fingerprint.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Cannot read " + path, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading " + path, e);
        }
    }

    private static String sha256(Path... files) throws IOException {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            for (Path file : files) {
                try (InputStream in = new DigestInputStream(Files.newInputStream(file), sha256)) {
                    in.transferTo(OutputStream.nullOutputStream());
                }
            }
            return HexFormat.of().formatHex(sha256.digest());
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
