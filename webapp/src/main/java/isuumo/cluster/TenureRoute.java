package isuumo.cluster;

import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import isuumo.cluster.Messages.Extension;
import isuumo.http.ApiError;
import isuumo.http.JsonBody;
import isuumo.http.JsonReply;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * {@code POST {"number":2,"after":123456789,"millis":4500}}: this host, if it is the writer by mandate 2, may answer until 4.5 s
 * after that moment of its own clock, which an earlier answer told: no clock is compared with another's.
 *
 * <p>The answer, of any host, is where it stands: {@code {"number":2,"writer":"isu2","office":true,"clock":123456999}}.
 */
final class TenureRoute {
    static final String PATH = "/cluster/tenure";
    private static final long MAX_MILLIS = 60_000;

    private final Member member;
    private final Supplier<Mandate> mandate;
    private final boolean failover;

    TenureRoute(Member member, Supplier<Mandate> mandate, boolean failover) {
        this.member = member;
        this.mandate = mandate;
        this.failover = failover;
    }

    /** Waits for nothing: a tenure is short. */
    void extend(ServerRequest request, ServerResponse response) {
        Extension extension = extension(request);
        if (!failover) {
            throw ApiError.conflict("Tenures on this host do not end: ISUUMO_FAILOVER is false");
        }
        Office office = member.office();
        if (office != null && office.number() == extension.number()) {
            office.extendTenure(extension.after() + TimeUnit.MILLISECONDS.toNanos(extension.millis()));
        }
        Mandate held = mandate.get();
        boolean inOffice = office != null && office == member.office() && office.number() == held.number();
        JsonReply.send(response, Messages.standing(held, inOffice, System.nanoTime()));
    }

    private static Extension extension(ServerRequest request) {
        try {
            return checked(Messages.extension(JsonBody.object(request)), System.nanoTime());
        } catch (IllegalArgumentException e) {
            throw ApiError.badRequest(e.getMessage());
        }
    }

    /** @throws IllegalArgumentException saying what is wrong */
    static Extension checked(Extension extension, long now) {
        if (extension.millis() < 0 || extension.millis() > MAX_MILLIS) {
            throw new IllegalArgumentException(
                    "millis is " + extension.millis() + "; it must be from 0 to " + MAX_MILLIS);
        }
        if (extension.after() - now > 0) {
            throw new IllegalArgumentException("after is " + extension.after() + ", which this host's clock, at " + now
                    + ", has not reached; it must be a clock that this host told");
        }
        return extension;
    }
}
