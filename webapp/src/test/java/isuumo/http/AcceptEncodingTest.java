package isuumo.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptEncodingTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"gzip|true", "gzip, deflate, br|true", "gzip, deflate, br, zstd|true",
            "br, GZip|true", "x-gzip|true", "gzip;q=0.5|true", "gzip ; q=0.001|true", "*|true", "br, *;q=0.1|true",
            "gzip,identity|true", "gzip;q=0|false", "gzip;q=0.000|false", "*;q=0|false", "gzip;q=0, *|false",
            "identity|false", "''|false", "br|false", "gzipped|false", "gzip, identity;q=0.5|true",
            "identity, gzip;q=0.5|false", "gzip, gzip;q=0|false", "gzip;level=9|false", "gzip;q=high|false",
            "identity;q=0, gzip;q=0|false"})
    void gzipIsTakenByWhoWantsItAtLeastAsMuchAsPlain(String header, boolean taken) {
        assertEquals(taken, AcceptEncoding.takesGzip(header));
    }
}
