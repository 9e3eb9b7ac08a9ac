package dev.stoa.localstack.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stoa.localstack.Stack;
import dev.stoa.localstack.process.Versions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The shipped deploy/keycloak.sh, with the stack's Keycloak for the container's. */
@ExtendWith(RunningStack.class)
class KeycloakScriptIT {
    private static final Pattern SECRET = Pattern.compile("client secret +(\\S+)");

    @TempDir
    private Path folder;

    private String origin = "";
    private Map<String, String> container = Map.of();

    private record Outcome(int status, String said) {}

    @BeforeEach
    void prepareContainer(Stack stack) throws IOException {
        var running = dev.stoa.localstack.data.RunningStack.in(
                Path.of("target", "system-test-stack").toAbsolutePath());
        origin = stack.origin().toString();
        container = Map.of(
                "PATH", folder + ":" + System.getenv("PATH") + ":" + programs(),
                "JAVA_HOME", System.getProperty("java.home"),
                "KC_HTTP_PORT", String.valueOf(running.keycloak().getPort()),
                "KC_BOOTSTRAP_ADMIN_USERNAME", "admin",
                "KC_BOOTSTRAP_ADMIN_PASSWORD", running.secrets().keycloakPassword());
        var docker = folder.resolve("docker");
        Files.writeString(docker, """
                #!/bin/sh
                [ "$1 $2 $3 $4" = 'compose exec -T keycloak' ] || exit 64
                shift 4
                exec "$@"
                """);
        assertThat(docker.toFile().setExecutable(true)).isTrue();
    }

    private static Path programs() {
        return Path.of("target", "keycloak-" + Versions.of("keycloak"), "bin").toAbsolutePath();
    }

    @Test
    void anIntegratorMayDoWhatItIsAdmittedTo() throws Exception {
        var outcome = keycloak("integrator", "script-school", "tickets,webhooks");

        assertThat(outcome.status()).as(outcome.said()).isZero();
        assertThat(outcome.said()).contains("client id      script-school", "scopes         tickets webhooks");
        var secret = SECRET.matcher(outcome.said());
        assertThat(secret.find()).isTrue();
        var school = new ApiClient(origin, token("script-school", secret.group(1)));
        school.get("/api/matchmaking/v1/tickets").expect(200);
        school.get("/api/matchmaking/v1/webhooks").expect(200);
        assertThat(school.get("/api/matchmaking/v1/events")
                        .expect(403)
                        .get("type")
                        .asText())
                .isEqualTo("/problems/insufficient-scope");
    }

    @Test
    void aClientThatIsThereKeepsItsSecret() throws Exception {
        assertThat(keycloak("integrator", "script-club").status()).isZero();

        var again = keycloak("integrator", "script-club");

        assertThat(again.status()).isEqualTo(1);
        assertThat(again.said())
                .contains("There is a client script-club already")
                .doesNotContain("client secret");
    }

    @Test
    void whatMakesNoSenseIsRefusedBeforeAnythingIsDone() throws Exception {
        for (var arguments : List.of(
                List.of("integrator"),
                List.of("integrator", "Our School"),
                List.of("integrator", "our-school", "tickets,everything"),
                List.of("integrator", "our-school", ""),
                List.of("integrator", "our-school", "tickets", "events"))) {
            var outcome = keycloak(arguments.toArray(String[]::new));

            assertThat(outcome.status()).as(outcome.said()).isEqualTo(2);
            assertThat(outcome.said()).contains("deploy/keycloak.sh integrator <name> [scopes]");
        }
    }

    private Outcome keycloak(String... arguments) throws IOException, InterruptedException {
        var output = folder.resolve("output.txt");
        var builder = new ProcessBuilder("../deploy/keycloak.sh")
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.command().addAll(List.of(arguments));
        builder.environment().putAll(container);
        var process = builder.start();
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
            throw new AssertionError("It takes too long: " + Files.readString(output));
        }
        return new Outcome(process.exitValue(), Files.readString(output));
    }

    private String token(String client, String secret) throws IOException, InterruptedException {
        var form = "grant_type=client_credentials&client_id=%s&client_secret=%s".formatted(client, secret);
        var request = HttpRequest.newBuilder(URI.create(origin + "/auth/realms/stoa/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        var answer = ApiClient.HTTP.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return ApiClient.JSON.readTree(answer.body()).get("access_token").asText();
    }
}
