package dev.stoa.localstack.doctor;

import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The cookies of one visitor. Unlike {@link java.net.CookieManager} it takes localhost for a safe place, as browsers do, so
 * that cookies which are {@code Secure} are sent there over plain HTTP too.
 */
final class CookieJar {
    private record Kept(String host, HttpCookie cookie) {
        boolean isFor(URI uri) {
            var path = uri.getPath().isEmpty() ? "/" : uri.getPath();
            var prefix = Objects.requireNonNullElse(cookie.getPath(), "/");
            return host.equals(uri.getHost())
                    && (path.equals(prefix) || path.startsWith(prefix.endsWith("/") ? prefix : prefix + "/"))
                    && (!cookie.getSecure() || uri.getScheme().equals("https") || Loopback.is(uri.getHost()));
        }
    }

    private final List<Kept> all = new ArrayList<>();

    void take(URI from, HttpHeaders headers) {
        for (var header : headers.allValues("Set-Cookie")) {
            for (var cookie : HttpCookie.parse("Set-Cookie: " + header)) {
                all.removeIf(kept -> kept.host.equals(from.getHost())
                        && kept.cookie.getName().equals(cookie.getName())
                        && Objects.equals(kept.cookie.getPath(), cookie.getPath()));
                if (!cookie.hasExpired()) all.add(new Kept(from.getHost(), cookie));
            }
        }
    }

    /** The value of the header {@code Cookie}; empty when there is none for this address. */
    String header(URI to) {
        return String.join(
                "; ",
                all.stream()
                        .filter(kept -> kept.isFor(to))
                        .map(kept -> kept.cookie.getName() + "=" + kept.cookie.getValue())
                        .toList());
    }
}
