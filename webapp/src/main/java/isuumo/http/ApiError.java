package isuumo.http;

import io.helidon.http.Status;

/** A request that is refused: the status and what its sender should know. Has no stack trace, since it is no fault. */
public final class ApiError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Status status;

    private ApiError(Status status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    public static ApiError badRequest(String message) {
        return new ApiError(Status.BAD_REQUEST_400, message);
    }

    public static ApiError notFound(String message) {
        return new ApiError(Status.NOT_FOUND_404, message);
    }

    public static ApiError methodNotAllowed(String message) {
        return new ApiError(Status.METHOD_NOT_ALLOWED_405, message);
    }

    public static ApiError conflict(String message) {
        return new ApiError(Status.CONFLICT_409, message);
    }

    public static ApiError tooLarge(String what, long limitBytes) {
        return new ApiError(Status.REQUEST_ENTITY_TOO_LARGE_413,
                "The " + what + " is larger than " + limitBytes + " bytes; send less at once");
    }

    public static ApiError unavailable(String message) {
        return new ApiError(Status.SERVICE_UNAVAILABLE_503, message);
    }

    public Status status() {
        return status;
    }
}
