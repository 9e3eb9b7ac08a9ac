package dev.stoa.localstack.doctor;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import javax.net.ssl.SSLException;

/** HTTP as the doctor speaks it: no redirect is followed unseen, and what fails is said in an operator's words. */
final class Web {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(8))
            .build();

    HttpClient client() {
        return client;
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request.timeout(PATIENCE), BodyHandlers.ofString());
    }

    /** @throws Sickness when there is no answer */
    <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> body) {
        var built = request.build();
        try {
            return client.send(built, body);
        } catch (IOException e) {
            throw new Sickness("%s does not answer: %s", built.uri(), reason(e, built.uri()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Sickness("interrupted");
        }
    }

    private static String reason(IOException failure, URI uri) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException) {
                return "there is no DNS record for " + uri.getHost() + ".";
            }
            if (cause instanceof SSLException) return "its certificate is refused (" + cause.getMessage() + ").";
            if (cause instanceof HttpTimeoutException) return "nothing came back in time. Is a firewall in between?";
        }
        return failure instanceof ConnectException
                ? "nothing listens there. Does the edge run, and is the port open?"
                : String.valueOf(failure.getMessage());
    }
}
