package dev.stoa.signaling.redis;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where a server listens, as sentinels or the nodes of a cluster know it. */
record RedisAddress(String host, int port) {

    private static final Pattern TEXT = Pattern.compile("\\[?([^\\[\\]]*)]?:(\\d{1,5})");

    /** Reads host:port; a host that is left out is {@code same}. */
    static Optional<RedisAddress> of(String text, String same) {
        var matcher = TEXT.matcher(text);
        return matcher.matches()
                ? Optional.of(new RedisAddress(
                        matcher.group(1).isEmpty() ? same : matcher.group(1), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    /** Its URL, with the scheme, the user, the password and the database of another one. */
    String urlLike(URI model) {
        return model.getScheme() + "://" + (model.getRawUserInfo() == null ? "" : model.getRawUserInfo() + "@")
                + this + (model.getRawPath() == null ? "" : model.getRawPath())
                + (model.getRawQuery() == null ? "" : "?" + model.getRawQuery());
    }

    /** As it stands in a URL. */
    @Override
    public String toString() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
