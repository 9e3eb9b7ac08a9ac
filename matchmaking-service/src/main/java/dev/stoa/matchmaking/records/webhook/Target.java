package dev.stoa.matchmaking.records.webhook;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where to call, as a webhook's URL says.
 *
 * @param host a name, or an address without brackets
 * @param path with the query
 */
record Target(boolean tls, String host, int port, String path) {

    /** The longest URL. */
    static final int LONGEST = 2_000;

    private static final int HTTPS = 443;
    private static final int HTTP = 80;
    private static final int FIRST_FREE_PORT = 1_024;

    /**
     * Reads a URL; nothing when it may not be called whatever it leads to. Of the ports for well-known services only the
     * ones for the web are called, so that no mail server and the like is ever talked to.
     */
    static Optional<Target> of(String url, boolean allowHttp) {
        URI uri = parse(url);
        if (uri == null || uri.getHost() == null || uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            return Optional.empty();
        }
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        boolean tls = scheme.equals("https");
        if (!tls && !(allowHttp && scheme.equals("http"))) {
            return Optional.empty();
        }
        int usual = tls ? HTTPS : HTTP;
        int port = uri.getPort() == -1 ? usual : uri.getPort();
        if (port != usual && (port < FIRST_FREE_PORT || port > 65_535)) {
            return Optional.empty();
        }
        return Optional.of(new Target(tls, host(uri), port, path(uri)));
    }

    /** As it stands in the Host header. */
    String authority() {
        String name = host.contains(":") ? "[" + host + "]" : host;
        return port == (tls ? HTTPS : HTTP) ? name : name + ":" + port;
    }

    private static @Nullable URI parse(String url) {
        try {
            return url.length() > LONGEST ? null : new URI(url);
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private static String host(URI uri) {
        String host = uri.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static String path(URI uri) {
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }
}
