package dev.stoa.deploy;

import static dev.stoa.deploy.RolloutRules.names;
import static dev.stoa.deploy.RolloutRules.objects;
import static dev.stoa.deploy.RolloutRules.workloads;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoa.deploy.Manifests.Workload;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What one manifest says of another is so. */
final class ReferenceRules {

    /** The Secrets that an operator makes (k8s/README.md); everything else is among the manifests. */
    private static final Set<String> MADE_BY_HAND =
            Set.of("stoa", "stoa-pass-keys", "stoa-turn", "turn-certificate", "stoa-certificate");

    /** Paths that the programs answer on their management port; the tests of the programs ask for each. */
    private static final Map<String, Set<String>> PROBES = Map.of(
            "keycloak", Set.of("/auth/health/started", "/auth/health/live", "/auth/health/ready"),
            "web-ui", Set.of("/healthy"));

    private static final Set<String> QUARKUS =
            Set.of("/q/health/started", "/q/health/live", "/q/health/ready", "/q/health");
    private static final Pattern REFERENCE = Pattern.compile("\\$\\((\\w+)\\)");

    static final List<Rule> ALL = List.of(
            objects(
                    "service-selector",
                    "Service",
                    (all, service) -> selected(all, service).findAny().isPresent()),
            objects(
                    "service-port",
                    "Service",
                    (all, service) -> Tree.each(service, "spec.ports")
                            .allMatch(port -> selected(all, service).allMatch(workload -> hasPort(workload, port)))),
            objects(
                    "ingress-backend",
                    "Ingress",
                    (all, ingress) -> Tree.each(ingress, "spec.rules")
                            .flatMap(rule -> Tree.each(rule, "http.paths"))
                            .allMatch(path -> all.find(
                                            "Service",
                                            Tree.text(path, "backend.service.name"),
                                            Tree.text(ingress, "metadata.namespace"))
                                    .filter(service -> names(service, "spec.ports")
                                            .anyMatch(Tree.text(path, "backend.service.port.name")::equals))
                                    .isPresent())),
            objects(
                    "inside-exposed",
                    "Ingress",
                    (all, ingress) -> Tree.each(ingress, "spec.rules")
                            .flatMap(rule -> Tree.each(rule, "http.paths"))
                            .map(path -> Tree.text(path, "path"))
                            .noneMatch(path -> path.startsWith("/q") || path.equals("/auth") || path.equals("/auth/"))),
            objects(
                    "budget-selector",
                    "PodDisruptionBudget",
                    (all, budget) -> all.workloads()
                            .anyMatch(workload -> workload.isSelectedBy(Tree.at(budget, "spec.selector.matchLabels")))),
            workloads(
                    "service-account",
                    (all, workload) -> all.find(
                                    "ServiceAccount",
                                    Tree.text(workload.pod(), "serviceAccountName"),
                                    workload.namespace())
                            .isPresent()),
            workloads(
                    "config-map",
                    (all, workload) -> configMaps(workload)
                            .allMatch(name -> all.find("ConfigMap", name, workload.namespace())
                                    .isPresent())),
            workloads("secret", (all, workload) -> secrets(workload).allMatch(MADE_BY_HAND::contains)),
            workloads(
                    "mount",
                    (all, workload) -> workload.containers()
                            .flatMap(container -> names(container, "volumeMounts"))
                            .allMatch(name -> Stream.concat(
                                            names(workload.pod(), "volumes"),
                                            Tree.each(workload.object(), "spec.volumeClaimTemplates")
                                                    .map(claim -> Tree.text(claim, "metadata.name")))
                                    .anyMatch(name::equals))),
            workloads(
                    "probe",
                    (all, workload) -> workload.containers()
                            .allMatch(container -> Stream.of("startupProbe", "livenessProbe", "readinessProbe")
                                    .map(container::path)
                                    .allMatch(probe -> isAnswered(workload, container, probe)))),
            workloads(
                    "variable-reference",
                    (all, workload) -> workload.containers()
                            .allMatch(container -> Tree.each(container, "env")
                                    .flatMap(variable -> REFERENCE
                                            .matcher(Tree.text(variable, "value"))
                                            .results())
                                    .allMatch(reference -> isSet(all, workload, container, reference.group(1))))),
            workloads(
                    "network-policy",
                    (all, workload) -> Tree.at(workload.pod(), "hostNetwork").asBoolean()
                            || all.ofKind("NetworkPolicy").findAny().isEmpty()
                            || RolloutRules.selecting(all, "NetworkPolicy", "spec.podSelector.matchLabels", workload)),
            internet("provider-egress", Set.of("identity", "matchmaking", "keycloak"), 443),
            internet("webhook-egress", Set.of("matchmaking"), 443, 1_024, 65_535),
            internet("mail-egress", Set.of("keycloak"), 465, 587),
            objects(
                    "network-policy-port",
                    "NetworkPolicy",
                    (all, policy) -> Tree.each(policy, "spec.ingress")
                            .flatMap(way -> Tree.each(way, "ports"))
                            .filter(port -> port.path("port").isTextual())
                            .allMatch(port -> all.workloads()
                                    .filter(workload ->
                                            workload.isSelectedBy(Tree.at(policy, "spec.podSelector.matchLabels")))
                                    .allMatch(workload -> portNames(workload)
                                            .anyMatch(port.path("port").asText()::equals)))));

    private ReferenceRules() {}

    /** What these have to do with is anybody's, somewhere in the internet, on these ports. */
    private static Rule internet(String name, Set<String> policies, int... ports) {
        return objects(
                name,
                "NetworkPolicy",
                (all, policy) -> !policies.contains(Tree.text(policy, "metadata.name"))
                        || IntStream.of(ports).allMatch(port -> reachesInternet(policy, port)));
    }

    private static boolean reachesInternet(JsonNode policy, int port) {
        return Tree.each(policy, "spec.egress")
                .filter(way -> Tree.each(way, "to").anyMatch(to -> to.has("ipBlock")))
                .flatMap(way -> Tree.each(way, "ports"))
                .anyMatch(range -> {
                    int first = range.path("port").asInt();
                    return first <= port && port <= range.path("endPort").asInt(first);
                });
    }

    private static Stream<Workload> selected(Manifests all, JsonNode service) {
        return all.workloads()
                .filter(workload -> workload.namespace().equals(Tree.text(service, "metadata.namespace"))
                        && workload.isSelectedBy(Tree.at(service, "spec.selector")));
    }

    private static boolean hasPort(Workload workload, JsonNode port) {
        return portNames(workload).anyMatch(Tree.text(port, "targetPort")::equals);
    }

    private static Stream<String> portNames(Workload workload) {
        return workload.containers().flatMap(container -> names(container, "ports"));
    }

    private static Stream<String> configMaps(Workload workload) {
        var read = workload.containers()
                .flatMap(container -> Stream.concat(
                        Tree.each(container, "envFrom").map(from -> Tree.text(from, "configMapRef.name")),
                        Tree.each(container, "env").map(env -> Tree.text(env, "valueFrom.configMapKeyRef.name"))));
        var mounted = Tree.each(workload.pod(), "volumes")
                .flatMap(volume -> Stream.concat(
                        Stream.of(Tree.text(volume, "configMap.name")),
                        Tree.each(volume, "projected.sources").map(source -> Tree.text(source, "configMap.name"))));
        return Stream.concat(read, mounted).filter(name -> !name.isEmpty());
    }

    private static Stream<String> secrets(Workload workload) {
        var read = workload.containers()
                .flatMap(container -> Tree.each(container, "env"))
                .map(env -> Tree.text(env, "valueFrom.secretKeyRef.name"));
        var mounted = Tree.each(workload.pod(), "volumes").map(volume -> Tree.text(volume, "secret.secretName"));
        return Stream.concat(read, mounted).filter(name -> !name.isEmpty());
    }

    private static boolean isAnswered(Workload workload, JsonNode container, JsonNode probe) {
        var asked = Stream.of("httpGet", "tcpSocket").map(probe::path).filter(JsonNode::isObject);
        return asked.allMatch(way -> names(container, "ports").anyMatch(Tree.text(way, "port")::equals)
                && (!way.has("path")
                        || PROBES.getOrDefault(workload.name(), QUARKUS).contains(Tree.text(way, "path"))));
    }

    /** Whether the container, or a ConfigMap that it reads, has this variable. */
    private static boolean isSet(Manifests all, Workload workload, JsonNode container, String variable) {
        return names(container, "env").anyMatch(variable::equals)
                || Tree.each(container, "envFrom")
                        .map(from -> all.find("ConfigMap", Tree.text(from, "configMapRef.name"), workload.namespace()))
                        .anyMatch(map ->
                                map.isPresent() && Tree.at(map.get(), "data").has(variable));
    }
}
