package dev.stoa.matchmaking.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.validation.HttpValidationProblem;
import io.quarkiverse.resteasy.problem.validation.Violation;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** The problems that this service answers with. Each {@code type} is a stable path below {@code /problems/}. */
public final class Problems {

    private Problems() {}

    /** 404: it does not exist, or belongs to somebody else. */
    public static HttpProblem notFound(String detail) {
        return of(Status.NOT_FOUND, "not-found", "Not found", detail).build();
    }

    /** 404 with a type of its own. */
    public static HttpProblem notFound(String type, String title, String detail) {
        return of(Status.NOT_FOUND, type, title, detail).build();
    }

    /** 400 with a type of its own. */
    public static HttpProblem badRequest(String type, String title, String detail) {
        return of(Status.BAD_REQUEST, type, title, detail).build();
    }

    /** 409 with a type of its own. */
    public static HttpProblem conflict(String type, String title, String detail) {
        return of(Status.CONFLICT, type, title, detail).build();
    }

    /** 409 with one more field that says what is in the way. */
    public static HttpProblem conflict(String type, String title, String detail, String field, String value) {
        return of(Status.CONFLICT, type, title, detail).with(field, value).build();
    }

    /** 409: the account has left others waiting, and has to pause itself until then. */
    public static HttpProblem coolingDown(Instant until) {
        long seconds = Math.max(1, Duration.between(Instant.now(), until).toSeconds() + 1);
        return of(
                        Status.CONFLICT,
                        "cooling-down",
                        "Cooling down",
                        "Somebody was left waiting for an answer; come back once `until` has passed.")
                .with("until", until)
                .withHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds))
                .build();
    }

    /** 412: it has changed since the caller has seen it. */
    public static HttpProblem stale() {
        return of(
                        Status.PRECONDITION_FAILED,
                        "stale",
                        "Changed meanwhile",
                        "It has changed since you have seen it: get it again, and repeat this with its new ETag if you"
                                + " still want it.")
                .build();
    }

    /** 428: the caller has to say what it has seen. */
    public static HttpProblem ifMatchNeeded() {
        return of(
                        Status.PRECONDITION_REQUIRED,
                        "if-match-needed",
                        "If-Match is needed",
                        "Send the ETag of what you have seen as If-Match, so that you change nothing unseen.")
                .build();
    }

    /** 403: the account is shut out. */
    public static HttpProblem banned() {
        return forbidden(
                "account-banned",
                "Account banned",
                "This account has been banned; GET /api/identity/v1/me says why, and the operator can be asked.");
    }

    /** 403 with a type of its own. */
    public static HttpProblem forbidden(String type, String title, String detail) {
        return of(Status.FORBIDDEN, type, title, detail).build();
    }

    /** 403 with one more field that says what is not allowed. */
    public static HttpProblem forbidden(String type, String title, String detail, String field, List<String> values) {
        return of(Status.FORBIDDEN, type, title, detail).with(field, values).build();
    }

    /** 403: the integrator's token lacks a scope. */
    public static HttpProblem insufficientScope(String scope) {
        return of(
                        Status.FORBIDDEN,
                        "insufficient-scope",
                        "Insufficient scope",
                        "The token lacks the scope '" + scope + "': ask the provider for it with the token request, and"
                                + " the operator to admit you to it.")
                .with("scope", scope)
                .withHeader(
                        HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"insufficient_scope\", scope=\"" + scope + "\"")
                .build();
    }

    /** 400 for one parameter of the query, in the shape of every other validation problem. */
    public static HttpProblem invalidParameter(String name, String message) {
        return new HttpValidationProblem(
                Status.BAD_REQUEST.getStatusCode(),
                "Bad Request",
                List.of(Violation.In.query.field(name).message(message)));
    }

    /** 400 for one field of the body, in the shape of every other validation problem. */
    public static HttpProblem invalid(String field, String message) {
        return new HttpValidationProblem(
                Status.BAD_REQUEST.getStatusCode(),
                "Bad Request",
                List.of(Violation.In.body.field(field).message(message)));
    }

    /** 400 for one parameter of the query, in the same shape. */
    public static HttpProblem invalidQuery(String parameter, String message) {
        return new HttpValidationProblem(
                Status.BAD_REQUEST.getStatusCode(),
                "Bad Request",
                List.of(Violation.In.query.field(parameter).message(message)));
    }

    /** 503: a part that this request needs is away; the same request can be sent again after a second. */
    public static HttpProblem unavailable(String detail) {
        return of(Status.SERVICE_UNAVAILABLE, "unavailable", "Unavailable for the moment", detail)
                .withHeader(HttpHeaders.RETRY_AFTER, "1")
                .build();
    }

    /** One with a type and a status that only one feature has; {@code detail} says what to do next. */
    public static HttpProblem.Builder of(int status, String type, String title, String detail) {
        return HttpProblem.builder()
                .withStatus(status)
                .withType(type(type))
                .withTitle(title)
                .withDetail(detail);
    }

    static URI type(String name) {
        return URI.create("/problems/" + name.toLowerCase(Locale.ROOT).replace(' ', '-'));
    }

    private static HttpProblem.Builder of(Status status, String type, String title, String detail) {
        return HttpProblem.builder()
                .withStatus(status)
                .withType(type(type))
                .withTitle(title)
                .withDetail(detail);
    }
}
