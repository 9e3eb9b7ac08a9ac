package dev.stoa.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kubernetes.client.util.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The manifests as they are applied. */
class ManifestsTest {

    private static final List<Rule> RULES = Stream.of(
                    PodRules.ALL, RolloutRules.ALL, ReferenceRules.ALL, ConnectionRules.ALL)
            .flatMap(List::stream)
            .toList();
    private static final Path BAD = Path.of("src/test/resources/bad");

    static List<String> overlays() {
        return List.of("local", "production");
    }

    /** None, each alone, all but each, and all. Those that need nothing of another one must work without it. */
    static List<List<String>> combinations() {
        var all = List.of("postgres", "redis", "keycloak", "turn", "network-policies", "autoscaling", "monitoring");
        return Stream.of(
                        Stream.of(List.<String>of(), all),
                        all.stream().map(List::of),
                        all.stream()
                                .map(one -> all.stream()
                                        .filter(other -> !other.equals(one))
                                        .toList()))
                .flatMap(some -> some)
                .toList();
    }

    static List<Path> files() throws IOException {
        try (var files = Files.walk(Project.ROOT.resolve("k8s"))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> !file.toString().contains("/target/"))
                    .filter(file -> !file.endsWith("kustomization.yaml"))
                    .toList();
        }
    }

    static List<String> rules() {
        return RULES.stream().map(Rule::name).toList();
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void anOverlayKeepsEveryRule(String overlay) throws IOException {
        assumeTrue(Kustomize.isHere(), "kubectl 1.27 or newer is not here; the plain files are checked without it");

        check(Kustomize.render(Project.ROOT.resolve("k8s/overlays/" + overlay)));
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void anyChoiceOfComponentsKeepsEveryRule(List<String> components) throws IOException {
        assumeTrue(Kustomize.isHere(), "kubectl 1.27 or newer is not here; the plain files are checked without it");

        check(Kustomize.render(Project.ROOT, components));
    }

    @ParameterizedTest
    @MethodSource("files")
    void aPlainFileHasNoUnknownFieldTypeOrQuantity(Path file) throws IOException {
        assertTrue(!Yaml.loadAll(Tree.read(file)).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("files")
    void aPlainFileKeepsTheRulesForPods(Path file) {
        var manifests = Manifests.of(Tree.read(file));

        assertEquals(List.of(), findings(PodRules.ALL, manifests));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aRuleFindsItsBadExample(String name) {
        var bad = Manifests.of(Tree.read(BAD.resolve(name + ".yaml")));

        var rule = RULES.stream().filter(each -> each.name().equals(name)).toList();

        assertTrue(!findings(rule, bad).isEmpty(), name + " finds nothing in its bad example");
    }

    @Test
    void whatKubernetesDoesNotKnowIsRefused() {
        assertThrows(Exception.class, () -> Yaml.loadAll(Tree.read(BAD.resolve("strict/unknown-field.yaml"))));
        assertThrows(Exception.class, () -> Yaml.loadAll(Tree.read(BAD.resolve("strict/wrong-type.yaml"))));
        assertThrows(Exception.class, () -> Yaml.loadAll(Tree.read(BAD.resolve("strict/wrong-quantity.yaml"))));
    }

    private static void check(String rendered) throws IOException {
        assertTrue(!Yaml.loadAll(rendered).isEmpty());
        assertEquals(List.of(), findings(RULES, Manifests.of(rendered)));
    }

    private static List<String> findings(List<Rule> rules, Manifests manifests) {
        return rules.stream().flatMap(rule -> rule.findings(manifests)).toList();
    }
}
