package dev.stoa.deploy;

import static dev.stoa.deploy.Compose.container;
import static dev.stoa.deploy.Compose.networks;
import static dev.stoa.deploy.Compose.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The Compose file: every container is bounded, hardened, checked, and reaches only what it needs. */
class ComposeTest {

    private static final Pattern PINNED = Pattern.compile(".+:(?!latest)[^:]*\\d.*");

    static List<String> containers() {
        return Compose.containers();
    }

    @ParameterizedTest
    @MethodSource("containers")
    void aContainerIsBoundedAndHardened(String name) {
        var container = container(name);

        assertTrue(PINNED.matcher(container.path("image").asText()).matches(), "pinned image");
        assertTrue(Stream.of("mem_limit", "cpus", "pids_limit", "logging").allMatch(container::has), "limits");
        assertEquals("ALL", container.path("cap_drop").path(0).asText());
        assertEquals(
                "no-new-privileges:true", container.path("security_opt").path(0).asText());
        assertTrue(container.path("read_only").asBoolean() || name.equals("keycloak"), "read-only root");
        assertTrue(!container.path("privileged").asBoolean(), "privileged");
    }

    @ParameterizedTest
    @MethodSource("containers")
    void aContainerSaysWhetherItIsWell(String name) {
        var container = container(name);

        var built = container.path("build").path("dockerfile").asText("");
        var inImage = !built.isEmpty() && Tree.read(Project.ROOT.resolve(built)).contains("HEALTHCHECK");
        assertTrue(container.has("healthcheck")
                || inImage
                || container.path("restart").asText().equals("no"));
    }

    @ParameterizedTest
    @MethodSource("containers")
    void aContainerStartsAfterWhatItNeedsIsWell(String name) {
        container(name).path("depends_on").properties().forEach(needed -> {
            assertTrue(containers().contains(needed.getKey()), needed.getKey());
            assertTrue(Set.of("service_healthy", "service_completed_successfully")
                    .contains(needed.getValue().path("condition").asText()));
        });
    }

    /** Their programs carry it as a file capability: the kernel refuses to execute them where it can't be had. */
    @ParameterizedTest
    @ValueSource(strings = {"edge", "turn"})
    void aProgramWithAFileCapabilityMayHaveIt(String name) {
        assertEquals(List.of("NET_BIND_SERVICE"), texts(container(name).path("cap_add")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "matchmaking", "signaling-1", "signaling-2"})
    void aServiceTakesAnySettingFromAFileOfItsOwn(String name) {
        var file = container(name).path("env_file").path(0);

        assertEquals(name.replaceAll("-\\d", "") + ".env", file.path("path").asText());
        assertTrue(!file.path("required").asBoolean(true), "nobody has to have it");
    }

    @Test
    void storesAreReachedByServicesAlone() {
        assertTrue(Compose.FILE.path("networks").path("stores").path("internal").asBoolean());
        for (var store : List.of("postgres", "redis-queue", "redis-signaling")) {
            assertEquals(Set.of("stores"), networks(store));
            assertTrue(!container(store).has("ports"), store + " has no port of the host");
        }
    }

    @Test
    void onlyTheEdgeTheRouterAndTheConsoleHavePortsOfTheHost() {
        var open = containers().stream()
                .filter(name -> container(name).has("ports"))
                .collect(Collectors.toSet());

        assertEquals(Set.of("edge", "router", "keycloak"), open);
        assertTrue(container("keycloak").path("ports").path(0).asText().startsWith("127.0.0.1:"));
    }

    /** Keycloak sends its console's pages to where it believes them to be, and the public site has none of them. */
    @Test
    void theConsoleIsWhereItsPortOfTheHostLeads() {
        var port = container("keycloak").path("ports").path(0).asText();

        assertEquals(
                port.replaceFirst("127\\.0\\.0\\.1:(.*):8080", "http://localhost:$1/auth"),
                container("keycloak")
                        .path("environment")
                        .path("KC_HOSTNAME_ADMIN")
                        .asText());
    }

    /** The edge, which gets the certificate, starts after nearly everything; and then the authority may take its time. */
    @Test
    void theRelayIsNotIllWhileItWaitsForItsCertificate() {
        assertEquals(
                "10m",
                container("turn").path("healthcheck").path("start_period").asText());
    }

    @Test
    void noSecretHasADefault() {
        var text = Tree.read(Project.ROOT.resolve("docker-compose.yml"));

        var found = Pattern.compile("\\$\\{(STOA_\\w*(?:PASSWORD|SECRET|SESSION_KEY|SEAL_KEY))(:?[-?+][^}]*)?}")
                .matcher(text)
                .results()
                .filter(use -> use.group(2) == null || !use.group(2).startsWith(":?"))
                .map(use -> use.group(1))
                .toList();
        assertEquals(List.of(), found);
    }

    @Test
    void whatIsMountedFromTheProjectIsThere() {
        var missing = containers().stream()
                .flatMap(name -> texts(container(name).path("volumes")).stream())
                .filter(volume -> volume.startsWith("./"))
                .map(volume -> Project.ROOT.resolve(volume.split(":")[0]).normalize())
                .filter(file -> !Files.exists(file))
                .toList();

        assertEquals(List.of(), missing);
    }

    @Test
    void theDatabaseHasAConnectionForEveryPool() {
        var ofKeycloak = container("keycloak")
                .path("environment")
                .path("KC_DB_POOL_MAX_SIZE")
                .asInt(ConnectionRules.USUAL);
        var ofServices = Stream.of("identity-service", "matchmaking-service")
                .mapToInt(ConnectionRules::ofService)
                .sum();

        assertTrue(ofKeycloak + ofServices + ConnectionRules.SPARE <= ConnectionRules.USUAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "matchmaking"})
    void anotherProviderIsReachedWhereItsIssuerIs(String name) {
        var url = container(name).path("environment").path("STOA_OIDC_URL").asText();

        assertTrue(url.startsWith("${STOA_OIDC_URL:-${STOA_OIDC_ISSUER:-http://keycloak:"), url);
        assertTrue(networks(name).contains("outside"));
    }

    @Test
    void nobodyWaitsForAKeycloakThatIsLeftOut() {
        var without = Tree.documents(Tree.read(Project.ROOT.resolve("deploy/other-provider.yml")))
                .getFirst();

        var waiting = containers().stream()
                .filter(name -> container(name).path("depends_on").has("keycloak"))
                .filter(name -> Tree.at(without, "services." + name).isMissingNode());
        assertEquals(List.of(), waiting.toList());
    }

    /** Compose leaves a container as it is when only a file has changed that it mounts. */
    @Test
    void anUpdateStartsAnewWhatReadsMountedFiles() {
        var readAtTheFirstStartOnly = Set.of("keycloak", "postgres");
        var update = Tree.read(Project.ROOT.resolve("deploy/update.sh"));

        var reading = containers().stream()
                .filter(name -> texts(container(name).path("volumes")).stream().anyMatch(each -> each.startsWith("./")))
                .filter(name -> !readAtTheFirstStartOnly.contains(name))
                .toList();
        assertTrue(update.contains("--force-recreate --no-deps " + String.join(" ", reading)), reading.toString());
    }
}
