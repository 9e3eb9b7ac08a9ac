package dev.stoa.identity.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The catalogue of problems: each has an HTTP status, a stable type and a first advice. */
public enum Problem {
    INVALID_INPUT(400, "Invalid input", "Correct the fields named in \"violations\" and send the request again."),
    MALFORMED_BODY(400, "Malformed body", "Send a body that is well-formed JSON of the documented shape."),
    BAD_CURSOR(400, "Bad cursor", "Send the \"next\" of the page before, or no cursor to begin anew."),
    BAD_LOGOUT_TOKEN(
            400, "Bad logout token", "Send a logout token that the provider has just issued for this service."),
    BAD_REQUEST(400, "Bad request", "Compare the request with the description of the API."),
    NOT_SIGNED_IN(401, "Not signed in", "Send a valid access token with the audience stoa-api as a bearer token."),
    ACCOUNT_DELETED(
            401, "Account deleted", "The account was deleted after this sign-in. Sign in again to begin a new one."),
    FORBIDDEN(403, "Forbidden", "This needs a right that the caller does not have."),
    ACCOUNT_BANNED(403, "Account banned", "This account has been banned. Write to the operator if that is a mistake."),
    MISSING_REQUEST_HEADER(403, "Missing header", "Send the header \"Stoa-Request: web\"."),
    NOT_FOUND(404, "Not found", "Check the address against the description of the API."),
    UNKNOWN_FIELD(404, "Unknown field", "Take a code from GET /api/identity/v1/fields."),
    UNKNOWN_ACCOUNT(404, "Unknown account", "Take an id from GET /api/identity/v1/accounts."),
    METHOD_NOT_ALLOWED(
            405, "Method not allowed", "Use a method that the description of the API lists for this address."),
    NOT_ACCEPTABLE(406, "Not acceptable", "Accept application/json."),
    FIELD_NOT_OFFERED(409, "Field not offered", "Only fields in which the account helps right now can be verified."),
    OWN_ACCOUNT(409, "Own account", "Nobody can ban herself; ask another administrator."),
    BODY_TOO_LARGE(413, "Body too large", "Send at most 16 KiB."),
    UNSUPPORTED_MEDIA_TYPE(415, "Unsupported media type", "Send the body as application/json."),
    QUOTA_EXCEEDED(429, "Too many requests", "Wait for Retry-After seconds, then send the request again."),
    INTERNAL_ERROR(500, "Internal error", "Try again; if it happens again, tell the operator the time of the request."),
    UNAVAILABLE(503, "Temporarily unavailable", "Try again in a few seconds.");

    private static final int RETRY_AFTER_SECONDS = 2;

    private final int status;
    private final String title;
    private final String advice;

    Problem(int status, String title, String advice) {
        this.status = status;
        this.title = title;
        this.advice = advice;
    }

    /** The HTTP status code. */
    public int status() {
        return status;
    }

    /** The stable, absolute-path URI by which clients tell problems apart. */
    public URI type() {
        return URI.create("/problems/" + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** A builder with type, title, status and the first advice as detail. */
    public HttpProblem.Builder asBuilder() {
        var builder = HttpProblem.builder()
                .withType(type())
                .withTitle(title)
                .withStatus(status)
                .withDetail(advice);
        return status == UNAVAILABLE.status ? builder.withHeader("Retry-After", RETRY_AFTER_SECONDS) : builder;
    }

    /** The problem with its first advice, ready to be thrown. */
    public HttpProblem asException() {
        return asBuilder().build();
    }

    /** Whether the failure is this problem. */
    public boolean is(Throwable failure) {
        return failure instanceof HttpProblem problem && type().equals(problem.getType());
    }

    /** The general problem of a status; none where the catalogue does not know the status. */
    static Optional<Problem> ofStatus(int status) {
        return switch (status) {
            case 400 -> Optional.of(BAD_REQUEST);
            case 401 -> Optional.of(NOT_SIGNED_IN);
            case 403 -> Optional.of(FORBIDDEN);
            case 404 -> Optional.of(NOT_FOUND);
            case 409 -> Optional.empty();
            default ->
                Arrays.stream(values())
                        .filter(problem -> problem.status == status)
                        .findFirst();
        };
    }
}
