package dev.stoa.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The Kubernetes objects that are applied together. */
record Manifests(List<JsonNode> objects) {

    /** One workload: what has a pod template. */
    record Workload(JsonNode object, JsonNode pod) {

        String name() {
            return Tree.text(object, "metadata.name");
        }

        String kind() {
            return Tree.text(object, "kind");
        }

        String namespace() {
            return Tree.text(object, "metadata.namespace");
        }

        JsonNode labels() {
            return Tree.at(object, "spec.template.metadata.labels");
        }

        Stream<JsonNode> containers() {
            return Stream.concat(Tree.each(pod, "initContainers"), Tree.each(pod, "containers"));
        }

        /** Whether it may run more than once. */
        boolean isSpread() {
            var replicas = Tree.at(object, "spec.replicas");
            return kind().equals("Deployment") && (replicas.isMissingNode() || replicas.asInt() > 1);
        }

        /** Whether each label of a selector is one of its pods'. */
        boolean isSelectedBy(JsonNode selector) {
            return selector.isObject()
                    && selector.properties().stream()
                            .allMatch(label -> labels().path(label.getKey()).equals(label.getValue()));
        }
    }

    static Manifests of(String yaml) {
        return new Manifests(Tree.documents(yaml));
    }

    Stream<JsonNode> ofKind(String kind) {
        return objects.stream().filter(object -> Tree.text(object, "kind").equals(kind));
    }

    Stream<Workload> workloads() {
        return objects.stream()
                .filter(object -> Tree.at(object, "spec.template.spec").isObject())
                .map(object -> new Workload(object, Tree.at(object, "spec.template.spec")))
                .sorted(Comparator.comparing(Workload::name));
    }

    /** An object of this kind and name in a namespace. */
    Optional<JsonNode> find(String kind, String name, String namespace) {
        return ofKind(kind)
                .filter(object -> Tree.text(object, "metadata.name").equals(name)
                        && Tree.text(object, "metadata.namespace").equals(namespace))
                .findFirst();
    }
}
