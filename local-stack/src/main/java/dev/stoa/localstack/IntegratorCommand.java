package dev.stoa.localstack;

import dev.stoa.localstack.data.RunningStack;
import dev.stoa.localstack.provider.Integrators;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./stoa integrator}: who may call the matchmaking API for its own users. */
@Command(
        name = "integrator",
        mixinStandardHelpOptions = true,
        subcommands = IntegratorCommand.Add.class,
        description = "Outside systems that may call the matchmaking API of a running stack.")
final class IntegratorCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        System.out.println("./stoa integrator add NAME --scopes tickets,events admits one.");
        return 2;
    }

    /** {@code ./stoa integrator add NAME}. */
    @Command(name = "add", mixinStandardHelpOptions = true, description = "Admits one, and prints its credentials.")
    static final class Add implements Callable<Integer> {
        @Parameters(paramLabel = "NAME", description = "its client id, such as our-school")
        private String name = "";

        @Option(
                names = "--scopes",
                split = ",",
                paramLabel = "SCOPE",
                defaultValue = "tickets,events",
                description = "some of tickets,events,webhooks,sandbox (tickets,events)")
        private List<String> scopes = List.of();

        @Option(names = "--data", paramLabel = "FOLDER", description = "folder of the running stack (.stoa)")
        private @Nullable Path data;

        private final PrintStream out = System.out;

        @Override
        public Integer call() {
            var folder = data == null ? Project.find().defaultData() : data;
            var stack = RunningStack.in(folder.toAbsolutePath().normalize());
            var secret = new Integrators(stack.keycloak(), stack.secrets().keycloakPassword()).add(name, scopes);
            out.printf("""
                    Admitted. The secret is shown only now:

                      client id      %1$s
                      client secret  %2$s
                      scopes         %3$s

                    Try it:

                      token=$(curl -s %4$s/auth/realms/stoa/protocol/openid-connect/token \\
                        -d grant_type=client_credentials -d client_id=%1$s -d client_secret=%2$s |
                        sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')
                      curl -s %4$s/api/matchmaking/v1/tickets -H "Authorization: Bearer $token" \\
                        -H 'Content-Type: application/json' -H "Idempotency-Key: $(date +%%s%%N)" \\
                        -d '{"field":"0613","problem":"My loop never ends.",
                             "learner":{"externalId":"student-1","displayName":"Ada","languages":["en"]}}'

                    The API describes itself: %4$s/api/matchmaking/docs
                    """, name, secret, String.join(" ", scopes), stack.origin());
            return 0;
        }
    }
}
