package isuumo.http;

import io.helidon.http.Status;

/** A request that is refused: the status and what its sender should know. Has no stack trace, since it is no fault. */
public sealed class ApiError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is said of a request may hold a text of it, which may be as long as the request. */
    private static final int MAX_CHARS = 500;
    private static final Status INSUFFICIENT_STORAGE_507 = Status.create(507, "Insufficient Storage");

    private final transient Status status;

    /** About a row that this host does not have; another one may. */
    public static final class UnknownRow extends ApiError {
        private static final long serialVersionUID = 1L;

        private final String path;

        private UnknownRow(Status status, String message, String path) {
            super(status, message);
            this.path = path;
        }

        /** Whoever has the row answers a GET of this path with 200. */
        public String path() {
            return path;
        }
    }

    private ApiError(Status status, String message) {
        super(Shortened.to(MAX_CHARS, message), null, false, false);
        this.status = status;
    }

    public static ApiError badRequest(String message) {
        return new ApiError(Status.BAD_REQUEST_400, message);
    }

    /** @param path whoever has the row answers a GET of it with 200, and what a GET of the refused path would get */
    public static ApiError unknownRow(Status status, String message, String path) {
        return new UnknownRow(status, message, path);
    }

    public static ApiError forbidden(String message) {
        return new ApiError(Status.FORBIDDEN_403, message);
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

    public static ApiError tooManyRows(int limit) {
        return new ApiError(Status.REQUEST_ENTITY_TOO_LARGE_413,
                "The file has more than " + limit + " rows; nothing was stored. Send it in several files");
    }

    public static ApiError insufficientStorage(String message) {
        return new ApiError(INSUFFICIENT_STORAGE_507, message);
    }

    public Status status() {
        return status;
    }
}
