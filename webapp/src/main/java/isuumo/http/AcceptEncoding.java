package isuumo.http;

import io.helidon.http.HeaderNames;
import io.helidon.http.ServerRequestHeaders;
import java.util.List;
import java.util.Locale;

/** Whether a client takes gzip, RFC 9110 section 12.5.3. */
final class AcceptEncoding {
    private static final double NOT_LISTED = -1;

    private AcceptEncoding() {}

    static boolean takesGzip(ServerRequestHeaders headers) {
        if (!headers.contains(HeaderNames.ACCEPT_ENCODING)) {
            return false; // "any", by the letter; but who says nothing may be unable to
        }
        List<String> values = headers.values(HeaderNames.ACCEPT_ENCODING);
        return takesGzip(values.size() == 1 ? values.getFirst() : String.join(",", values));
    }

    static boolean takesGzip(String header) {
        if (header.equals("gzip") || header.startsWith("gzip, ") && header.indexOf(';') < 0) {
            return true; // what nearly all send
        }
        double gzip = NOT_LISTED;
        double identity = NOT_LISTED;
        double others = NOT_LISTED;
        for (String element : header.toLowerCase(Locale.ROOT).split(",")) {
            String[] codingAndQuality = element.split(";", 2);
            double quality = codingAndQuality.length == 1 ? 1 : quality(codingAndQuality[1].strip());
            switch (codingAndQuality[0].strip()) {
                case "gzip", "x-gzip" -> gzip = quality;
                case "identity" -> identity = quality;
                case "*" -> others = quality;
                default -> {
                    // a coding that we do not have
                }
            }
        }
        double wanted = gzip == NOT_LISTED ? others : gzip;
        return wanted > 0 && wanted >= identity;
    }

    /** 0 where it cannot be read: plain is right for everybody. */
    private static double quality(String parameter) {
        if (!parameter.matches("q\\s*=\\s*[01](\\.\\d{0,3})?")) {
            return 0;
        }
        return Double.parseDouble(parameter.substring(parameter.indexOf('=') + 1).strip());
    }
}
