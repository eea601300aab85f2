package isuumo.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;

/**
 * The server's one account (the installation's root, who has no password, is dropped): a random password, made once per home, and the SQL that creates it at each start.
 *
 * <p>Both files are created with mode 0600, so that the password is never readable by others, nor on a command line.
 */
record Account(Path passwordFile, Path initFile) {
    private static final int PASSWORD_BYTES = 16;
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY = PosixFilePermissions
            .asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    static Account in(Path home) throws IOException {
        Account account = new Account(home.resolve("password"), home.resolve("init.sql"));
        if (Files.notExists(account.passwordFile)) {
            byte[] random = new byte[PASSWORD_BYTES];
            new SecureRandom().nextBytes(random);
            writePrivately(account.passwordFile, HexFormat.of().formatHex(random));
        }
        writePrivately(account.initFile, sql(Files.readString(account.passwordFile)));
        return account;
    }

    /**
     * One statement a line: the server reads an init file line by line. Not logged: a replica's log holds nothing but its
     * primary's transactions, or it could not go on.
     */
    private static String sql(String password) {
        return """
                SET SESSION sql_log_bin = 0;
                DROP USER IF EXISTS 'root'@'localhost', 'root'@'127.0.0.1', 'root'@'::1', ''@'localhost';
                CREATE DATABASE IF NOT EXISTS isuumo DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
                CREATE OR REPLACE USER %1$s IDENTIFIED BY '%2$s';
                GRANT ALL PRIVILEGES ON isuumo.* TO %1$s;
                GRANT REPLICATION SLAVE, REPLICATION SLAVE ADMIN, READ_ONLY ADMIN, BINLOG MONITOR, BINLOG ADMIN, RELOAD ON *.* TO %1$s;
                """
                .formatted("'" + EmbeddedDatabase.USER + "'@'127.0.0.1'", password);
    }

    private static void writePrivately(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, OWNER_ONLY);
        Files.writeString(file, text);
    }
}
