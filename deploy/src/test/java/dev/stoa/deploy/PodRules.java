package dev.stoa.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoa.deploy.Manifests.Workload;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What each pod owes to the others on its node: Pod Security "restricted"
 * (kubernetes.io/docs/concepts/security/pod-security-standards), and what kube-score, kube-linter and Polaris ask for besides.
 */
final class PodRules {

    /** The one workload on its node's network. */
    private static final String TURN = "turn";

    /** It does not listen before it has one, in seconds. */
    private static final int LONGEST_FOR_A_CERTIFICATE_S = 600;

    private static final Pattern PINNED = Pattern.compile(".+[:@](?!latest)[^:/]*\\d[^:/]*");
    private static final Pattern SECRET = Pattern.compile(".*(PASSWORD|SECRET|_KEY|TOKEN)(_BEFORE)?");

    static final List<Rule> ALL = List.of(
            pods(
                    "runs-as-root",
                    pod -> at(pod, "securityContext.runAsNonRoot").asBoolean()
                            && at(pod, "securityContext.runAsUser").asInt() > 0),
            pods(
                    "seccomp",
                    pod -> text(pod, "securityContext.seccompProfile.type").equals("RuntimeDefault")),
            pods(
                    "account-token",
                    pod -> pod.path("automountServiceAccountToken").isBoolean()
                            && !pod.path("automountServiceAccountToken").asBoolean()),
            pods("default-account", pod -> !text(pod, "serviceAccountName").isEmpty()),
            pods(
                    "grace-period",
                    pod -> pod.path("terminationGracePeriodSeconds").asInt() >= 30),
            pods("host-path", pod -> Tree.each(pod, "volumes").noneMatch(volume -> volume.has("hostPath"))),
            workloads(
                    "host-network",
                    workload -> workload.name().equals(TURN)
                            || Stream.of("hostNetwork", "hostPID", "hostIPC")
                                    .noneMatch(name -> workload.pod().path(name).asBoolean())),
            containers(
                    "privilege-escalation",
                    container -> at(container, "securityContext.allowPrivilegeEscalation")
                                    .isBoolean()
                            && !at(container, "securityContext.allowPrivilegeEscalation")
                                    .asBoolean()),
            containers(
                    "privileged",
                    container -> !at(container, "securityContext.privileged").asBoolean()),
            containers(
                    "capabilities",
                    container -> Tree.each(container, "securityContext.capabilities.drop")
                                    .anyMatch(dropped -> dropped.asText().equals("ALL"))
                            && Tree.each(container, "securityContext.capabilities.add")
                                    .allMatch(added -> added.asText().equals("NET_BIND_SERVICE"))),
            containers(
                    "turn-capability",
                    container -> !text(container, "image").startsWith("coturn/")
                            || Tree.each(container, "securityContext.capabilities.add")
                                    .anyMatch(added -> added.asText().equals("NET_BIND_SERVICE"))),
            containers(
                    "turn-start",
                    container -> !text(container, "image").startsWith("coturn/")
                            || at(container, "startupProbe.periodSeconds").asInt()
                                            * at(container, "startupProbe.failureThreshold")
                                                    .asInt()
                                    >= LONGEST_FOR_A_CERTIFICATE_S),
            containers(
                    "console-address",
                    container -> !text(container, "image").contains("keycloak:")
                            || Tree.each(container, "env")
                                    .anyMatch(variable -> text(variable, "name").equals("KC_HOSTNAME_ADMIN")
                                            && text(variable, "value").startsWith("http://localhost:"))),
            containers(
                    "writable-root",
                    container -> at(container, "securityContext.readOnlyRootFilesystem")
                            .asBoolean()),
            containers("host-port", container -> Tree.each(container, "ports").noneMatch(port -> port.has("hostPort"))),
            containers(
                    "image-tag",
                    container -> PINNED.matcher(text(container, "image")).matches()),
            containers(
                    "resources",
                    container -> Stream.of(
                                    "requests.cpu",
                                    "requests.memory",
                                    "requests.ephemeral-storage",
                                    "limits.memory",
                                    "limits.ephemeral-storage")
                            .noneMatch(
                                    name -> text(container, "resources." + name).isEmpty())),
            containers(
                    "secret-in-plain-sight",
                    container -> Tree.each(container, "env")
                            .noneMatch(variable ->
                                    SECRET.matcher(text(variable, "name")).matches()
                                            && !text(variable, "value").isEmpty())),
            perContainer("probes", (workload, container) -> {
                var ready = container.path("readinessProbe");
                var live = container.path("livenessProbe");
                return ready.isObject() && live.isObject() && !ready.equals(live);
            }));

    private PodRules() {}

    private static Rule pods(String name, Predicate<JsonNode> isFine) {
        return workloads(name, workload -> isFine.test(workload.pod()));
    }

    private static Rule workloads(String name, Predicate<Workload> isFine) {
        return new Rule(
                name,
                manifests -> manifests
                        .workloads()
                        .filter(isFine.negate())
                        .map(workload -> workload.kind() + " " + workload.name()));
    }

    private static Rule containers(String name, Predicate<JsonNode> isFine) {
        return perContainer(name, (workload, container) -> isFine.test(container));
    }

    private static Rule perContainer(String name, BiPredicate<Workload, JsonNode> isFine) {
        return new Rule(
                name,
                manifests -> manifests
                        .workloads()
                        .flatMap(workload -> workload.containers()
                                .filter(container -> !isFine.test(workload, container))
                                .map(container -> workload.name() + "/" + text(container, "name"))));
    }

    private static JsonNode at(JsonNode node, String path) {
        return Tree.at(node, path);
    }

    private static String text(JsonNode node, String path) {
        return Tree.text(node, path);
    }
}
