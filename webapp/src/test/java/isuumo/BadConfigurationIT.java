package isuumo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import isuumo.testing.Account;
import isuumo.testing.BuildDirectory;
import isuumo.testing.Integration;
import isuumo.testing.TestData;
import isuumo.testing.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A start that cannot succeed ends with one clear line and exit code 1. Each case is a real process. */
@ExtendWith(Integration.class)
class BadConfigurationIT {
    private final Map<String, String> environment = new TreeMap<>();

    @TempDir
    Path temporary;

    BadConfigurationIT(TestDatabase database) {
        Account account = database.account();
        environment.putAll(Map.of("ISUUMO_PROFILE", "contest", "ISUUMO_PORT", "0", "ISUUMO_OPERATORS_PORT", "0",
                "ISUUMO_DATA_DIR", TestData.get().directory().toString(),
                "ISUUMO_PRIMARY_URL", account.jdbcUrl(), "ISUUMO_DB_USER", account.user(), "ISUUMO_DB_PASSWORD",
                account.password(), "ISUUMO_DATABASE_WAIT_SECONDS", "1"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ISUUMO_PRIMARY_URL |                                           | ISUUMO_PRIMARY_URL is not set
            ISUUMO_DATA_DIR    |                                           | ISUUMO_DATA_DIR is not set
            ISUUMO_PROFILE     |                                           | ISUUMO_PROFILE is not set
            ISUUMO_PROFILE     | open                                      | ISUUMO_PROFILE=open; it must be contest, where
            ISUUMO_PROFILE     | public                                    | public needs ISUUMO_OPERATOR_CREDENTIAL_FILE, a file with
            ISUUMO_OPERATOR_CREDENTIAL_FILE | /etc/hostname                | with ISUUMO_PROFILE=contest nobody is asked
            ISUUMO_OPERATORS_PORT | -1                                     | ISUUMO_OPERATORS_PORT=-1; it must be a whole number
            ISUUMO_PORT        | 65536                                     | ISUUMO_PORT=65536; it must be a whole number
            ISUUMO_PORT        | eighty                                    | ISUUMO_PORT=eighty; it must be a whole number
            ISUUMO_FAILOVER    | yes                                       | ISUUMO_FAILOVER=yes; it must be true or false
            ISUUMO_FAILOVER    | true                                      | ISUUMO_FAILOVER=true needs ISUUMO_CLUSTER
            ISUUMO_PROT        | 8080                                      | ISUUMO_PROT is not a setting
            ISUUMO_PRIMARY_URL | jdbc:postgresql://127.0.0.1/isuumo        | it must be like jdbc:mysql://
            ISUUMO_PRIMARY_URL | jdbc:mysql://127.0.0.1/isuumo?password=x  | holds credentials
            ISUUMO_PRIMARY_URL | jdbc:mysql://a:b@127.0.0.1/isuumo         | holds credentials
            ISUUMO_DB_PASSWORD_FILE | /no/such/file                        | the file cannot be read
            ISUUMO_DATA_DIR    | /no/such/directory                        | /no/such/directory/
            ISUUMO_SITE_DIR    | /no/such/site                             | holds no index.html
            ISUUMO_PRIMARY_URL | jdbc:mysql://127.0.0.1:1/isuumo           | does not answer after 1 s
            ISUUMO_DB_PASSWORD | wrong                                     | refuses the account
            """)
    void isSaidInOneLine(String name, String value, String said) throws Exception {
        if (value == null) {
            environment.remove(name);
        } else {
            environment.put(name, value);
        }
        assertFailure(said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ISUUMO_HOST_NAME    | isu4                            | ISUUMO_HOST_NAME=isu4 is none of the hosts
            ISUUMO_HOST_NAME    |                                 | ISUUMO_HOST_NAME= is none of the hosts
            ISUUMO_WRITER       | isu9                            | ISUUMO_WRITER=isu9 is none of the hosts
            ISUUMO_LEASE_MILLIS | 199                             | ISUUMO_LEASE_MILLIS=199; it must be a whole number from 200
            ISUUMO_LEASE_MILLIS | 60001                           | to 60000
            ISUUMO_PARTING_LEASE_MILLIS | 1999                    | =1999; it must be a whole number from 2000 to 600000
            ISUUMO_PARTING_LEASE_MILLIS | 600001                  | to 600000
            ISUUMO_CLUSTER      | isu1=127.0.0.1,isu2=127.0.0.2:80 | holds 'isu1=127.0.0.1'; each part must be like
            ISUUMO_CLUSTER      | isu1=127.0.0.1:8080             | names one host only
            ISUUMO_FEED_USER    |                                 | ISUUMO_FEED_USER is not set
            ISUUMO_CLUSTER_SECRET_FILE | /no/such/file            | the file cannot be read
            ISUUMO_CLUSTER_SECRET_FILE | /dev/null                | holds 0 characters; by this secret the hosts know each other
            ISUUMO_CLUSTER_SECRET_FILE |                          | holds 0 characters
            """)
    void ofAClusterIsSaidInOneLine(String name, String value, String said) throws Exception {
        environment.putAll(Map.of("ISUUMO_CLUSTER", "isu1=127.0.0.1:19298,isu2=127.0.0.1:19299", "ISUUMO_HOST_NAME",
                "isu1", "ISUUMO_WRITER", "isu1", "ISUUMO_FEED_USER", "isuumo", "ISUUMO_CLUSTER_SECRET_FILE",
                secretFile()));
        isSaidInOneLine(name, value, said);
    }

    @Test
    void aBrokenConditionDocumentIsNamed() throws Exception {
        Path data = copyOfData();
        Files.writeString(data.resolve("chair_condition.json"), "{\"price\":{\"ranges\":[{\"min\":0}]}}");
        environment.put("ISUUMO_DATA_DIR", data.toString());
        assertFailure("chair_condition.json: price.ranges[0]");
        Files.writeString(data.resolve("chair_condition.json"), "{");
        assertFailure("chair_condition.json is no JSON");
    }

    @Test
    void aPortInUseIsNamed() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            environment.put("ISUUMO_PORT", Integer.toString(taken.getLocalPort()));
            assertFailure("127.0.0.1:" + taken.getLocalPort());
        }
    }

    private String secretFile() throws IOException {
        return Files.writeString(temporary.resolve("secret"), "0123456789abcdef0123456789abcdef\n").toString();
    }

    private Path copyOfData() throws IOException {
        for (String name : List.of("1_DummyEstateData.sql", "2_DummyChairData.sql", "chair_condition.json",
                "estate_condition.json")) {
            Files.copy(TestData.get().directory().resolve(name), temporary.resolve(name),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        return temporary;
    }

    private void assertFailure(String said) throws Exception {
        Path output = BuildDirectory.resolve("bad-configuration.log");
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-cp",
                System.getProperty("java.class.path"), "isuumo.Main").redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("ISUUMO_"));
        builder.environment().putAll(environment);
        int code = builder.start().waitFor();
        List<String> lines = Files.readAllLines(output);
        assertEquals(1, code, () -> lines.toString());
        assertTrue(lines.getLast().startsWith("isuumo: ") && lines.getLast().contains(said), lines::toString);
        assertTrue(lines.stream().allMatch(line -> line.startsWith("isuumo: ") || line.startsWith("INFO ")),
                lines::toString);
    }
}
