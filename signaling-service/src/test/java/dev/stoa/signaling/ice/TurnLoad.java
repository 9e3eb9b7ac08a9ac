package dev.stoa.signaling.ice;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Callers who ask a TURN server for relay addresses, over UDP and TCP, as fast as they can. */
final class TurnLoad implements AutoCloseable {

    private static final int CALLERS = 4;

    private final int port;
    private final IceServers servers;
    private final Supplier<String> label;
    private final Map<String, Integer> answers = new ConcurrentHashMap<>();
    // A port that is used again at once would be refused for what it was used for before.
    private final Queue<TurnClient> clients = new ConcurrentLinkedQueue<>();
    private final ExecutorService pool = Executors.newFixedThreadPool(CALLERS);
    private final List<? extends Future<?>> callers;
    private volatile boolean enough;

    /** Begins; {@code label} says what an answer, asked for at that moment, is counted under. */
    TurnLoad(int port, IceServers servers, Supplier<String> label) {
        this.port = port;
        this.servers = servers;
        this.label = label;
        callers = IntStream.range(0, CALLERS)
                .mapToObj(caller -> pool.submit(() -> call(caller)))
                .toList();
    }

    /** How often which answer came: the label and the error code. */
    Map<String, Integer> answers() {
        return Map.copyOf(answers);
    }

    /** Whether so many answers of that kind came; fails if a caller got none at all. */
    boolean has(int count, String answer) {
        callers.stream().filter(Future::isDone).forEach(TurnLoad::result);
        return answers.getOrDefault(answer, 0) >= count;
    }

    @Override
    public void close() {
        enough = true;
        callers.forEach(TurnLoad::result);
        pool.close();
        clients.forEach(TurnClient::close);
    }

    private void call(int caller) {
        while (!enough) {
            var counted = label.get();
            var credential = servers.of("peer-" + caller).getFirst();
            var client = caller % 2 == 0 ? TurnClient.overUdp(port, credential) : TurnClient.overTcp(port, credential);
            clients.add(client);
            answers.merge(counted + " " + client.allocate(), 1, Integer::sum);
        }
    }

    private static void result(Future<?> caller) {
        try {
            caller.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
