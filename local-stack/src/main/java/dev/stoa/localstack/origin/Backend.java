package dev.stoa.localstack.origin;

import java.util.List;

/** A part of the system behind the origin, and the paths that it answers. */
public enum Backend {
    IDENTITY("identity-service", "/api/identity/"),
    MATCHMAKING("matchmaking-service", "/api/matchmaking/"),
    SIGNALING("signaling-service", "/api/signaling/"),
    /** Only what signing in needs: the administration, Keycloak's own realm, health and metrics stay inside. */
    PROVIDER("Keycloak", "/auth/realms/stoa/", "/auth/resources/");

    private final String title;
    private final List<String> prefixes;

    Backend(String title, String... prefixes) {
        this.title = title;
        this.prefixes = List.of(prefixes);
    }

    /** What people call it. */
    String title() {
        return title;
    }

    boolean answers(String path) {
        return prefixes.stream().anyMatch(prefix -> path.startsWith(prefix) || prefix.equals(path + "/"));
    }
}
