package dev.stoa.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the images are built from is there for their builds. */
class ImagesTest {

    private static final Path IMAGES = Project.ROOT.resolve("deploy/images");
    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");
    private static final Pattern COPY = Pattern.compile("(?m)^COPY (?!--from)(.+) \\S+$");

    static List<Path> images() throws Exception {
        try (var files = Files.list(IMAGES)) {
            return files.toList();
        }
    }

    /** Maven reads the poms of all modules, whichever of them it builds. */
    @Test
    void aServiceIsBuiltWithThePomOfEachModule() {
        var lines = Tree.read(IMAGES.resolve("service.Dockerfile")).lines().toList();
        var modules = MODULE.matcher(Tree.read(Project.ROOT.resolve("pom.xml")))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertTrue(modules.size() > 3, modules.toString());

        assertEquals(
                List.of(),
                modules.stream()
                        .filter(module -> !lines.contains("COPY %1$s/pom.xml %1$s/".formatted(module)))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("images")
    void whatIsCopiedIsThereAndNotLeftOut(Path image) {
        var ignored = Tree.read(Project.ROOT.resolve(".dockerignore")).lines().toList();

        var missing = COPY.matcher(Tree.read(image))
                .results()
                .flatMap(found -> Stream.of(found.group(1).split(" ")))
                .flatMap(source -> source.contains("${SERVICE}")
                        ? Settings.SERVICES.stream().map(service -> source.replace("${SERVICE}", service))
                        : Stream.of(source))
                .filter(source -> !Files.exists(Project.ROOT.resolve(source)) || ignored.contains(source))
                .toList();
        assertEquals(List.of(), missing);
    }

    static List<String> services() {
        return Settings.SERVICES;
    }

    /** The start of a service that makes its cache of classes ends early, and fails where a setting is missing. */
    @ParameterizedTest
    @MethodSource("services")
    void theStartThatMakesTheCacheHasTheSettingsThatHaveNoDefault(String service) {
        var start = Pattern.compile("(?m)^RUN (?:.*\\\\\n)*.*-XX:AOTCacheOutput=.*$")
                .matcher(Tree.read(IMAGES.resolve("service.Dockerfile")));
        assertTrue(start.find());

        var missing = Settings.of(service).all().stream()
                .filter(Setting::required)
                .map(Setting::variable)
                .filter(variable -> !start.group().contains(" " + variable + "="))
                .toList();
        assertEquals(List.of(), missing);
    }

    @Test
    void someSettingsHaveNoDefault() {
        assertTrue(Settings.of("identity-service").all().stream()
                .filter(Setting::required)
                .anyMatch(setting -> setting.variable().equals("STOA_SESSION_KEY")));
    }

    /** What its build takes is kept in the server; this it takes from the environment of each start. */
    @Test
    void keycloakIsToldAtItsStartThatItIsAlone() {
        var stages = Tree.read(IMAGES.resolve("keycloak.Dockerfile")).split("(?m)^FROM ");

        assertTrue(stages[stages.length - 1].contains("\nENV KC_CACHE=local\n"));
    }

    /** coturn ends at an argument that its version does not know, and passes over such a line of its file. */
    @Test
    void whatNotEveryRelayKnowsIsInItsFile() {
        var start = Tree.read(Project.ROOT.resolve("deploy/turn/start.sh"));

        assertTrue(!start.contains("--no-dtls") && start.contains("echo no-dtls"));
    }
}
