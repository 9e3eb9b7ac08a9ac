package dev.stoa.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoa.deploy.Manifests.Workload;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/** What lets a workload be replaced, moved and scaled without anybody noticing. */
final class RolloutRules {

    /** It ends its own sockets in a spread and says first that it is not ready. */
    private static final Set<String> DRAINS_BY_ITSELF = Set.of("signaling");

    static final List<Rule> ALL = List.of(
            workloads(
                    "unavailable-in-rollout",
                    (all, workload) -> !workload.isSpread()
                            || Tree.text(workload.object(), "spec.strategy.rollingUpdate.maxUnavailable")
                                    .equals("0")),
            workloads(
                    "topology-spread",
                    (all, workload) -> !workload.isSpread()
                            || Tree.each(workload.pod(), "topologySpreadConstraints")
                                    .findAny()
                                    .isPresent()),
            workloads(
                    "drain",
                    (all, workload) -> !workload.isSpread()
                            || DRAINS_BY_ITSELF.contains(workload.name())
                            || workload.containers()
                                    .allMatch(container -> Tree.at(container, "lifecycle.preStop")
                                            .isObject())),
            workloads(
                    "disruption-budget",
                    (all, workload) -> workload.kind().equals("DaemonSet")
                            || selecting(all, "PodDisruptionBudget", "spec.selector.matchLabels", workload)),
            workloads(
                    "single-copy",
                    (all, workload) -> !workload.kind().equals("Deployment")
                            || workload.isSpread()
                            || Tree.text(workload.object(), "spec.strategy.type")
                                    .equals("Recreate")),
            objects(
                    "autoscaler-target",
                    "HorizontalPodAutoscaler",
                    (all, scaler) -> all.find(
                                    Tree.text(scaler, "spec.scaleTargetRef.kind"),
                                    Tree.text(scaler, "spec.scaleTargetRef.name"),
                                    Tree.text(scaler, "metadata.namespace"))
                            .filter(target -> Tree.at(target, "spec.replicas").isMissingNode())
                            .isPresent()),
            objects(
                    "autoscaler-minimum",
                    "HorizontalPodAutoscaler",
                    (all, scaler) -> Tree.at(scaler, "spec.minReplicas").asInt() >= 2));

    private RolloutRules() {}

    /** Whether an object of this kind in the workload's namespace selects its pods. */
    static boolean selecting(Manifests all, String kind, String selector, Workload workload) {
        return all.ofKind(kind)
                .filter(object -> Tree.text(object, "metadata.namespace").equals(workload.namespace()))
                .anyMatch(object -> workload.isSelectedBy(Tree.at(object, selector)));
    }

    static Rule workloads(String name, BiPredicate<Manifests, Workload> isFine) {
        return new Rule(
                name,
                all -> all.workloads()
                        .filter(workload -> !isFine.test(all, workload))
                        .map(workload -> workload.kind() + " " + workload.name()));
    }

    static Rule objects(String name, String kind, BiPredicate<Manifests, JsonNode> isFine) {
        return new Rule(
                name,
                all -> all.ofKind(kind)
                        .filter(object -> !isFine.test(all, object))
                        .map(object -> kind + " " + Tree.text(object, "metadata.name")));
    }

    static Stream<String> names(JsonNode node, String path) {
        return Tree.each(node, path).map(each -> Tree.text(each, "name"));
    }
}
