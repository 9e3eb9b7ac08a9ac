package dev.stoa.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoa.deploy.Manifests.Workload;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** PostgreSQL has a connection for everybody whose pool may ask for one, also when all are scaled up and one more is starting. */
final class ConnectionRules {

    /** What PostgreSQL allows by itself, and what Keycloak's pool takes by itself. */
    static final int USUAL = 100;

    /** For superusers, backups, and whoever looks. */
    static final int SPARE = 10;

    private static final Pattern ALLOWED = Pattern.compile("max_connections=(\\d+)");
    private static final Pattern POOL =
            Pattern.compile("(?m)^quarkus\\.datasource\\.(?:reactive|jdbc)\\.max-size=(\\d+)$");

    static final List<Rule> ALL = List.of(new Rule(
            "connections",
            all -> all.workloads()
                    .filter(workload -> workload.name().equals("postgres"))
                    .filter(postgres -> needed(all) > allowed(postgres))
                    .map(postgres -> "postgres allows %d of %d".formatted(allowed(postgres), needed(all)))));

    private ConnectionRules() {}

    /** The connections that one instance of a service may open. */
    static int ofService(String service) {
        return POOL.matcher(Tree.read(Settings.properties(service)))
                .results()
                .mapToInt(found -> Integer.parseInt(found.group(1)))
                .sum();
    }

    private static int needed(Manifests all) {
        return SPARE
                + all.workloads()
                        .mapToInt(workload -> instances(all, workload) * ofInstance(workload))
                        .sum();
    }

    private static int allowed(Workload postgres) {
        return postgres.containers()
                .flatMap(container -> Tree.each(container, "args"))
                .flatMap(argument -> ALLOWED.matcher(argument.asText()).results())
                .mapToInt(found -> Integer.parseInt(found.group(1)))
                .findFirst()
                .orElse(USUAL);
    }

    private static int ofInstance(Workload workload) {
        if (variable(workload, "KC_DB_URL").findAny().isPresent()) {
            return variable(workload, "KC_DB_POOL_MAX_SIZE")
                    .mapToInt(value -> Integer.parseInt(value))
                    .findFirst()
                    .orElse(USUAL);
        }
        var asks =
                variable(workload, "QUARKUS_DATASOURCE_REACTIVE_URL").findAny().isPresent();
        return asks ? ofService(workload.name() + "-service") : 0;
    }

    private static int instances(Manifests all, Workload workload) {
        var most = all.find("HorizontalPodAutoscaler", workload.name(), workload.namespace())
                .map(scaler -> Tree.at(scaler, "spec.maxReplicas"))
                .orElse(Tree.at(workload.object(), "spec.replicas"));
        return most.asInt(1)
                + Tree.at(workload.object(), "spec.strategy.rollingUpdate.maxSurge")
                        .asInt();
    }

    private static Stream<String> variable(Workload workload, String name) {
        return workload.containers()
                .flatMap(container -> Tree.each(container, "env"))
                .filter(variable -> Tree.text(variable, "name").equals(name))
                .map(variable -> variable.path("value"))
                .map(JsonNode::asText);
    }
}
