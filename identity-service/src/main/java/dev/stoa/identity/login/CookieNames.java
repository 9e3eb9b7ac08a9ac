package dev.stoa.identity.login;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.ServerCookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Translates between the names of quarkus-oidc's cookies, which cannot be configured, and ours. On all other paths than
 * those of sign-in quarkus-oidc sees no cookies of its own at all.
 */
@ApplicationScoped
class CookieNames {

    private static final String QUARKUS = "q_";
    private static final String QUARKUS_SESSION = "q_session_" + Tenants.WEB;
    private static final String QUARKUS_STATE = "q_auth_" + Tenants.WEB;

    /** quarkus-oidc takes for granted that something stands on both sides of the bar. */
    private static final Pattern STATE = Pattern.compile("[^=]+=[^|]+\\|[^|]+");

    private static final int BEFORE_AUTHENTICATION = 10_000;

    private final SessionConfig config;

    CookieNames(SessionConfig config) {
        this.config = config;
    }

    void register(@Observes Filters filters) {
        filters.register(this::translate, BEFORE_AUTHENTICATION);
    }

    private void translate(RoutingContext context) {
        var request = context.request();
        var isSignIn = LoginPaths.isSignIn(context.normalizedPath());
        var sent = request.headers().getAll(HttpHeaders.COOKIE);
        if (!sent.isEmpty()) {
            request.headers().set(HttpHeaders.COOKIE, incoming(String.join("; ", sent), request, isSignIn));
        }
        if (isSignIn) {
            context.addHeadersEndHandler(sending -> renameOutgoing(context));
        }
        context.next();
    }

    private static String incoming(String header, HttpServerRequest request, boolean isSignIn) {
        return Arrays.stream(header.split(";"))
                .map(String::strip)
                .filter(cookie -> !cookie.startsWith(QUARKUS))
                .map(cookie -> isSignIn ? asQuarkusKnowsIt(cookie, SessionCookie.prefix(request)) : cookie)
                .collect(Collectors.joining("; "));
    }

    private static String asQuarkusKnowsIt(String cookie, String prefix) {
        if (cookie.startsWith(prefix + SessionCookie.SESSION + "=")) {
            return QUARKUS_SESSION + cookie.substring((prefix + SessionCookie.SESSION).length());
        } else if (cookie.startsWith(prefix + SessionCookie.SIGN_IN + "_")
                && STATE.matcher(cookie).matches()) {
            return QUARKUS_STATE + cookie.substring((prefix + SessionCookie.SIGN_IN).length());
        }
        return cookie;
    }

    private void renameOutgoing(RoutingContext context) {
        var response = context.response();
        List<ServerCookie> changed = context.request().cookies().stream()
                .map(ServerCookie.class::cast)
                .filter(cookie -> cookie.isChanged() && cookie.getName().startsWith(QUARKUS))
                .toList();
        for (ServerCookie cookie : changed) {
            response.removeCookies(cookie.getName(), false);
            renamed(cookie, context.request()).ifPresent(response::addCookie);
        }
    }

    private Optional<Cookie> renamed(ServerCookie cookie, HttpServerRequest request) {
        var prefix = SessionCookie.prefix(request);
        if (cookie.getName().equals(QUARKUS_SESSION)) {
            var maxAge = cookie.getMaxAge() == 0 ? 0 : config.lifetime().toSeconds();
            return Optional.of(as(prefix + SessionCookie.SESSION, cookie, maxAge, request));
        } else if (cookie.getName().startsWith(QUARKUS_STATE)) {
            var name = SessionCookie.SIGN_IN + cookie.getName().substring(QUARKUS_STATE.length());
            return Optional.of(as(prefix + name, cookie, cookie.getMaxAge(), request));
        }
        return Optional.empty();
    }

    private static Cookie as(String name, Cookie cookie, long maxAge, HttpServerRequest request) {
        return SessionCookie.hardened(Cookie.cookie(name, cookie.getValue()).setMaxAge(maxAge), request);
    }
}
