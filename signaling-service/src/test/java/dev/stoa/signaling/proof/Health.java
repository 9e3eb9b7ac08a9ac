package dev.stoa.signaling.proof;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** Asks the instances of a stage again and again how they are, as an orchestrator does. */
final class Health implements AutoCloseable {

    private static final Duration EVERY = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Stage stage;
    private final Queue<String> notAlive = new ConcurrentLinkedQueue<>();
    private volatile boolean over;

    Health(Stage stage) {
        this.stage = stage;
        Thread.startVirtualThread(() -> {
            while (!over) {
                for (var place = 0; place < stage.size(); place++) {
                    var status = status(place, "live");
                    if (status != 200 && !over) {
                        notAlive.add("instance " + place + " answered " + status);
                    }
                }
                LockSupport.parkNanos(EVERY.toNanos());
            }
        });
    }

    /** Every answer about its life that was not good; must stay empty. */
    Queue<String> notAlive() {
        return notAlive;
    }

    boolean allReady() {
        return everyReadiness(200);
    }

    boolean noneReady() {
        return everyReadiness(503);
    }

    private boolean everyReadiness(int status) {
        return IntStream.range(0, stage.size()).allMatch(place -> status(place, "ready") == status);
    }

    private int status(int place, String question) {
        var uri = URI.create("http://127.0.0.1:" + stage.instance(place).managementPort() + "/q/health/" + question);
        try {
            return http.send(
                            HttpRequest.newBuilder(uri).timeout(PATIENCE).build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        over = true;
        http.shutdownNow();
    }
}
