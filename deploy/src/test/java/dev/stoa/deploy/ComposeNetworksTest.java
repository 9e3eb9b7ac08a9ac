package dev.stoa.deploy;

import static dev.stoa.deploy.Compose.container;
import static dev.stoa.deploy.Compose.networks;
import static dev.stoa.deploy.Compose.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Through which network the containers of Compose find each other. */
class ComposeNetworksTest {

    private static final Set<String> THE_HOST = Set.of("host.docker.internal");
    private static final Pattern UPSTREAMS = Pattern.compile("(?m)^\\s*(?:reverse_proxy|server \\w+) (.+)$");
    private static final Pattern NAME = Pattern.compile("([\\w.-]+):\\d+");

    /** Docker answers with an address in any of the networks that two share, and whoever comes through another one is not believed. */
    @ParameterizedTest
    @CsvSource({"router, deploy/edge/router.cfg", "edge, deploy/edge/routes.caddy"})
    void whoSpeaksForBrowsersComesFromWhereItIsBelieved(String asking, String file) {
        var names = UPSTREAMS
                .matcher(Tree.read(Project.ROOT.resolve(file)))
                .results()
                .flatMap(line -> NAME.matcher(line.group(1)).results())
                .map(found -> found.group(1))
                .filter(name -> !THE_HOST.contains(name))
                .toList();
        assertTrue(!names.isEmpty());

        for (var name : names) {
            var ways = Compose.containers().stream()
                    .flatMap(container -> knowing(name, container))
                    .filter(networks(asking)::contains)
                    .toList();
            assertEquals(List.of("web"), ways, name);
        }
    }

    /** The networks in which the container answers to this name. */
    private static Stream<String> knowing(String name, String container) {
        if (container.equals(name)) return networks(container).stream();
        var networks = container(container).path("networks");
        return networks(container).stream()
                .filter(network -> texts(networks.path(network).path("aliases")).contains(name));
    }
}
