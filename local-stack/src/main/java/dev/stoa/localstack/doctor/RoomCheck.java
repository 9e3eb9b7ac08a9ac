package dev.stoa.localstack.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.LongStream;

/** Whether two in a room are introduced to each other, over whichever instances. */
final class RoomCheck {
    private static final int TRIES = 10;
    private static final int MESSAGES = 20;
    private static final long SLOW_MS = 100;

    private final Web web;
    private final URI site;
    private final Findings findings;

    RoomCheck(Web web, URI site, Findings findings) {
        this.web = web;
        this.site = site;
        this.findings = findings;
    }

    /** @return the ICE servers that pages are given */
    JsonNode examine(Encounter encounter) {
        var pass = encounter.learnersPass();
        try (var learner = RoomSocket.join(web, site, pass)) {
            findings.fine("WebSocket", "open, at %s", learner.instance());
            try (var expert = onAnotherInstance(encounter, learner.instance())) {
                relay(learner, expert);
            }
            resume(learner, pass.path("socketPath").asText());
            streamInstead(encounter);
            return learner.first().path("iceServers");
        }
    }

    private RoomSocket onAnotherInstance(Encounter encounter, String known) {
        Set<String> seen = new HashSet<>(Set.of(known));
        for (int i = 1; ; i++) {
            var socket = RoomSocket.join(web, site, encounter.expertsPass());
            seen.add(socket.instance());
            if (!socket.instance().equals(known)) {
                findings.fine("signaling across instances", "%s and %s share the room", known, socket.instance());
                return socket;
            }
            if (i == TRIES) {
                findings.doubtful(
                        "signaling across instances",
                        "%d connections all came to %s. With one instance that is as it has to be; with more, the balancer"
                                + " does not spread them.",
                        TRIES + 1,
                        known);
                return socket;
            }
            socket.close();
        }
    }

    private void relay(RoomSocket from, RoomSocket to) {
        var times = new long[MESSAGES];
        for (int i = 0; i < MESSAGES; i++) {
            var sent = System.nanoTime();
            from.send(Map.of("type", "chat", "id", "self-test-" + i, "text", "Self-test"));
            to.await("chat");
            times[i] = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - sent);
        }
        var median =
                LongStream.of(times).sorted().skip(MESSAGES / 2).findFirst().orElseThrow() / 1000.0;
        if (median < SLOW_MS) {
            findings.fine("messages from one to the other", "%d of %1$d, median %.1f ms", MESSAGES, median);
        } else {
            findings.doubtful(
                    "messages from one to the other",
                    "median %.0f ms. Unless you are far away: is signaling's Redis busy or far from the instances?",
                    median);
        }
    }

    private void resume(RoomSocket broken, String path) {
        broken.drop();
        try (var again =
                broken.resume(web, site, path, broken.first().path("seq").asLong())) {
            if (again.first().path("type").asText().equals("resumed")) {
                findings.fine("coming back after a cut", "resumed at %s, nothing missed", again.instance());
            } else {
                findings.broken("coming back after a cut", "the answer was %s", again.first());
            }
        } catch (Sickness e) {
            findings.broken("coming back after a cut", e);
        }
    }

    /** For networks that let no WebSocket through: events down, which nothing on the way may keep back. */
    private void streamInstead(Encounter encounter) {
        var pass = encounter.expertsPass().path("pass").asText();
        var request = HttpRequest.newBuilder(site.resolve("/api/signaling/v1/events"))
                .header("Origin", site.toString())
                .header("Authorization", "Bearer " + pass);
        var answer = web.send(request, BodyHandlers.ofInputStream());
        try (var body = answer.body()) {
            var welcome = CompletableFuture.supplyAsync(
                    () -> firstData(new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))));
            welcome.get(5, TimeUnit.SECONDS);
            findings.fine("without a WebSocket", "events come at once");
        } catch (TimeoutException | ExecutionException e) {
            findings.broken(
                    "without a WebSocket",
                    "No event came within 5 s (status %d). The edge must not buffer /api/signaling/v1/events.",
                    answer.statusCode());
        } catch (IOException e) {
            findings.broken("without a WebSocket", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String firstData(BufferedReader lines) {
        try {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("data:")) return line;
            }
            throw new Sickness("the stream ended");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
