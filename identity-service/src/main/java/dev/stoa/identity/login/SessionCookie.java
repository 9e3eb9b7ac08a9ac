package dev.stoa.identity.login;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.Optional;

/**
 * The cookies of sign-in. Where the origin is https they are Secure and carry the prefix {@code __Host-}, by which the
 * browser vouches that this very host set them.
 */
final class SessionCookie {

    /** Holds the session's id. */
    static final String SESSION = "stoa_session";
    /** Begins the names of the cookies that hold the state of a sign-in under way. */
    static final String SIGN_IN = "stoa_sign_in";

    private static final String HOST_PREFIX = "__Host-";

    private SessionCookie() {}

    /** The session's id as the browser sent it; none if it sent none, or nonsense. */
    static Optional<SessionId> idIn(HttpServerRequest request) {
        return Optional.ofNullable(request.getCookie(prefix(request) + SESSION))
                .map(Cookie::getValue)
                .flatMap(SessionId::parse);
    }

    /** Whether the browser sent a session cookie, be it a good one or not. */
    static boolean isIn(HttpServerRequest request) {
        return request.getCookie(prefix(request) + SESSION) != null;
    }

    /** Makes the browser forget its session. */
    static void forget(HttpServerRequest request, HttpServerResponse response) {
        var name = prefix(request) + SESSION;
        response.removeCookies(name, false);
        response.addCookie(hardened(Cookie.cookie(name, "").setMaxAge(0), request));
    }

    static Cookie hardened(Cookie cookie, HttpServerRequest request) {
        return cookie.setPath("/").setHttpOnly(true).setSecure(isHttps(request)).setSameSite(CookieSameSite.LAX);
    }

    static String prefix(HttpServerRequest request) {
        return isHttps(request) ? HOST_PREFIX : "";
    }

    private static boolean isHttps(HttpServerRequest request) {
        return "https".equals(request.scheme());
    }
}
