package dev.stoa.matchmaking.api.idempotency;

import dev.stoa.matchmaking.queue.DerivedId;
import dev.stoa.matchmaking.queue.Ids;
import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/**
 * Ids for what a request makes. Those of a request with an Idempotency-Key follow from a seed that all its tries have in common,
 * and from what is asked: if an instance dies after it has made the thing and before it has remembered so, the next try finds the
 * thing there, and a request that only has the same key does not. Once the key is forgotten it leads to another seed.
 */
@RequestScoped
public class NewIds {

    private @Nullable String request;

    void follow(String seed, String fingerprint) {
        request = seed + "\n" + fingerprint;
    }

    /** The id of this request's one thing of the kind that the prefix names. */
    public String next(String prefix) {
        return request == null ? Ids.next(prefix) : prefix + DerivedId.of(prefix + request);
    }
}
