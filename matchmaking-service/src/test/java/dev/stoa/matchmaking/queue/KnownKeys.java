package dev.stoa.matchmaking.queue;

/** Opens the list of documented keys to other tests. */
public final class KnownKeys {

    private KnownKeys() {}

    /** Whether a key is documented. */
    public static boolean contain(String key) {
        return Keys.isKnown(key);
    }
}
