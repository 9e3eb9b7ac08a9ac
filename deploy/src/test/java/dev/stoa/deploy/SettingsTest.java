package dev.stoa.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The variables in Compose, manifests and docs are those that the services know. */
class SettingsTest {

    private static final Path OPERATIONS = Project.ROOT.resolve("docs/operations.md");
    private static final Pattern TABLE = Pattern.compile("(?s)(<!-- settings -->\\n).*?(<!-- /settings -->)");

    private static final Pattern METHOD = Pattern.compile("(?m)^[^*\\n]* \\w+\\(\\);$");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([\\w.-]+)");

    /** Compose's names of the services' containers. */
    private static final Map<String, String> SERVICE_OF = Map.of(
            "identity", "identity-service",
            "matchmaking", "matchmaking-service",
            "signaling", "signaling-service",
            "signaling-1", "signaling-service",
            "signaling-2", "signaling-service");

    /** Of these the manifests make others, and no service reads them itself. */
    private static final Set<String> PARTS = Set.of(
            "STOA_ORIGIN",
            "STOA_POSTGRES_HOST",
            "STOA_QUEUE_REDIS_HOST",
            "STOA_SIGNALING_REDIS_HOST",
            "STOA_QUEUE_REDIS_PASSWORD",
            "STOA_SIGNALING_REDIS_PASSWORD");

    static List<String> services() {
        return Settings.SERVICES;
    }

    @ParameterizedTest
    @MethodSource("services")
    void aServiceDocumentsItsSettings(String service) {
        var settings = Settings.of(service).all();

        assertTrue(settings.size() >= 3, service + " has settings");
        assertEquals(
                List.of(),
                settings.stream().filter(each -> each.meaning().isEmpty()).toList());
    }

    @ParameterizedTest
    @MethodSource("services")
    void everyMethodOfAConfigurationIsASetting(String service) {
        var methods = Settings.sources(service).stream()
                .flatMap(source -> METHOD.matcher(source).results())
                .count();

        assertEquals(methods, Settings.of(service).all().size());
    }

    @ParameterizedTest
    @MethodSource("services")
    void whatAServiceTakesFromTheEnvironmentIsInTheDocument(String service) {
        var document = Tree.read(OPERATIONS);

        assertEquals(
                List.of(),
                PLACEHOLDER
                        .matcher(Tree.read(Settings.properties(service)))
                        .results()
                        .map(found -> Setting.variable(found.group(1)))
                        .filter(variable -> variable.startsWith("STOA_"))
                        .filter(variable -> !document.contains("`" + variable + "`"))
                        .toList());
    }

    static List<String> containers() {
        return List.of("identity", "matchmaking", "signaling-1", "signaling-2");
    }

    @ParameterizedTest
    @MethodSource("containers")
    void composeSetsOnlyWhatTheServiceKnows(String container) {
        var variables = names(Compose.container(container).path("environment"));

        assertNotEquals(Set.of(), variables);
        assertEquals(Set.of(), unknown(variables, SERVICE_OF.get(container)));
    }

    @Test
    void theManifestsSetOnlyWhatAServiceKnows() throws IOException {
        for (var name : List.of("identity", "matchmaking", "signaling")) {
            var manifests = Manifests.of(Tree.read(Project.ROOT.resolve("k8s/base/" + name + ".yaml")));
            var variables = manifests
                    .workloads()
                    .flatMap(Manifests.Workload::containers)
                    .flatMap(container -> RolloutRules.names(container, "env"))
                    .filter(variable -> !PARTS.contains(variable))
                    .collect(Collectors.toSet());
            assertEquals(Set.of(), unknown(variables, SERVICE_OF.get(name)), name);
        }
        var literal = Pattern.compile("- (STOA_\\w+)=");
        try (var files = Files.walk(Project.ROOT.resolve("k8s"))) {
            var shared = files.filter(file -> file.endsWith("kustomization.yaml"))
                    .filter(file -> !file.toString().contains("/turn/")
                            && !file.toString().contains("/target/"))
                    .flatMap(file -> literal.matcher(Tree.read(file)).results())
                    .map(found -> found.group(1))
                    .filter(variable -> !PARTS.contains(variable))
                    .filter(variable -> Settings.SERVICES.stream()
                            .noneMatch(service ->
                                    unknown(Set.of(variable), service).isEmpty()))
                    .collect(Collectors.toSet());
            assertEquals(Set.of(), shared);
        }
    }

    @Test
    void everyVariableOfTheComposeFileIsInTheExampleOfEnv() {
        var used = Pattern.compile("\\$\\{(STOA_\\w+)")
                .matcher(Tree.read(Project.ROOT.resolve("docker-compose.yml")))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        var described = Pattern.compile("(?m)^#?(STOA_\\w+)=")
                .matcher(Tree.read(Project.ROOT.resolve(".env.example")))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(used, described);
    }

    @Test
    void theDocumentHasEverySetting() throws IOException {
        var table = Settings.SERVICES.stream()
                .map(Settings::of)
                .map(SettingsTest::table)
                .collect(Collectors.joining("\n", "\n", "\n"));
        var is = Tree.read(OPERATIONS);
        var wanted = TABLE.matcher(is)
                .replaceFirst(
                        found -> java.util.regex.Matcher.quoteReplacement(found.group(1) + table + found.group(2)));
        if (System.getProperty("update") != null) Files.writeString(OPERATIONS, wanted);

        assertEquals(wanted, Tree.read(OPERATIONS), "run this test with -Dupdate and read the diff");
    }

    private static String table(Settings settings) {
        return Stream.concat(
                        Stream.of(
                                "### " + settings.service(),
                                "",
                                "| variable | default | what it is |",
                                "| --- | --- | --- |"),
                        settings.all().stream().map(Setting::row))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /** The variables that are neither settings of the service nor named in its application.properties, nor Quarkus' own. */
    private static Set<String> unknown(Set<String> variables, String service) {
        var known = Settings.of(service).all().stream().map(Setting::variable).collect(Collectors.toSet());
        var properties = Tree.read(Settings.properties(service));
        return variables.stream()
                .filter(variable -> !variable.startsWith("QUARKUS_") && !known.contains(variable))
                .filter(variable -> PLACEHOLDER
                        .matcher(properties)
                        .results()
                        .noneMatch(found -> Setting.variable(found.group(1)).equals(variable)))
                .filter(variable -> !variable.equals("STOA_INSTANCE"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> names(JsonNode environment) {
        return environment.properties().stream().map(Map.Entry::getKey).collect(Collectors.toSet());
    }
}
