package dev.stoa.matchmaking.records.webhook;

import io.smallrye.mutiny.Uni;
import java.net.InetAddress;
import java.util.List;

/** Finds the address to call, and lets nobody be called who is not on the public internet. */
final class Doors {

    private final Names names;
    private final Addresses addresses;

    Doors(Names names, Addresses addresses) {
        this.names = names;
        this.addresses = addresses;
    }

    /**
     * The address to connect to, to be used as it is: asking for the name again could give another one. Fails with
     * {@link Refused} if there is none, or if only one of them may not be called.
     */
    Uni<InetAddress> find(Target target) {
        return names.resolve(target.host())
                .onFailure()
                .transform(failure -> new Refused())
                .map(found -> {
                    if (found.isEmpty() || !found.stream().allMatch(addresses::admit)) {
                        throw new Refused();
                    }
                    return preferred(found);
                });
    }

    /** Not every network has IPv6. */
    private static InetAddress preferred(List<InetAddress> found) {
        return found.stream()
                .filter(address -> address.getAddress().length == 4)
                .findFirst()
                .orElse(found.getFirst());
    }

    /** A host that does not lead to public addresses; it does not say which others, or that there are none. */
    static final class Refused extends RuntimeException {

        Refused() {
            super("The host has no address, or one that is not public", null, false, false);
        }
    }
}
