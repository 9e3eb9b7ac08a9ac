package dev.stoa.localstack.process;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** A question that a started process answers with yes once it can do its work. */
@FunctionalInterface
public interface Readiness {
    /**
     * @return whether the process is ready now
     * @throws Exception when it cannot even be asked: not ready yet
     */
    boolean ready() throws Exception;

    /** Ready as soon as the address answers a GET with 200. */
    static Readiness http(URI address) {
        var request =
                HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(2)).build();
        return () -> Http.CLIENT.send(request, BodyHandlers.discarding()).statusCode() == 200;
    }

    /** One client for all questions: each client has a thread of its own. */
    final class Http {
        private static final HttpClient CLIENT = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(2))
                .build();

        private Http() {}
    }
}
