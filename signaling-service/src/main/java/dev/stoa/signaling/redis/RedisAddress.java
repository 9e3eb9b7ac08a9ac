package dev.stoa.signaling.redis;

/** Where a server listens, as the sentinels know it. */
record RedisAddress(String host, int port) {

    /** As it stands in a URL. */
    @Override
    public String toString() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
