package dev.stoa.matchmaking.records.webhook;

import io.smallrye.mutiny.Uni;
import java.net.InetAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Looks for the addresses of integrators' hosts, a few at a time for each of them: a name server that does not answer keeps a
 * thread much longer than anybody waits for it, and is not to keep them all.
 */
final class Lookups {

    private static final int MOST_EACH = 4;

    private final Map<String, Integer> running = new ConcurrentHashMap<>();
    private final Doors doors;

    Lookups(Doors doors) {
        this.doors = doors;
    }

    /** As {@link Doors#find}; a 503 problem while too many of this integrator are going on, those included that it has given up. */
    Uni<InetAddress> find(String integrator, Target target) {
        // Not one chain: whoever gives up does not end what occupies a thread.
        return Uni.createFrom().emitter(answer -> {
            if (running.merge(integrator, 1, Integer::sum) > MOST_EACH) {
                end(integrator);
                answer.fail(WebhookProblems.noAnswerForName());
                return;
            }
            doors.find(target)
                    .onTermination()
                    .invoke(() -> end(integrator))
                    .subscribe()
                    .with(answer::complete, answer::fail);
        });
    }

    private void end(String integrator) {
        running.computeIfPresent(integrator, (unused, number) -> number == 1 ? null : number - 1);
    }
}
