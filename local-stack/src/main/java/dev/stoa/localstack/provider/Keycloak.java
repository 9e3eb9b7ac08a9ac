package dev.stoa.localstack.provider;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stoa.localstack.process.ChildSpec;
import dev.stoa.localstack.process.Ports;
import dev.stoa.localstack.process.Readiness;
import dev.stoa.localstack.process.Signal;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Keycloak behind the public origin's {@code /auth}, its state in PostgreSQL. */
public final class Keycloak {
    /** The PostgreSQL database, and its user, that Keycloak keeps its state in. */
    public static final String DATABASE = "keycloak";

    private static final String MASTER = "master";
    static final String REALM = "stoa";

    private final KeycloakHome home;
    private final URI origin;
    private final String password;
    private final int port = Ports.free();
    private final int managementPort = Ports.free();

    /**
     * @param home the unpacked distribution
     * @param origin the public origin
     * @param password of the account {@code admin} of Keycloak's own realm
     */
    public Keycloak(Path home, URI origin, String password) {
        this.home = new KeycloakHome(home);
        this.origin = origin;
        this.password = password;
    }

    public int port() {
        return port;
    }

    public int managementPort() {
        return managementPort;
    }

    /** What tokens of the realm carry as {@code iss}. */
    public static String issuer(URI origin) {
        return origin + "/auth/realms/" + REALM;
    }

    /** The administration console, on the loopback address only. */
    public URI console() {
        return URI.create(base() + "/admin/");
    }

    /** Whether {@link #prepare()} has work to do, some ten to forty seconds of it. */
    public boolean needsPreparing() {
        return !home.isBuilt();
    }

    /** Builds the server for the options that it runs with, once for every unpacked distribution. */
    public void prepare() {
        home.build();
    }

    public ChildSpec spec(String jdbcUrl, String databasePassword) {
        var command = home.command(
                "start",
                "--optimized",
                // Or it would look for others of its kind, at ports that are open to the network.
                "--cache=local",
                "--db-url=" + jdbcUrl,
                "--db-username=" + DATABASE,
                "--db-pool-initial-size=1",
                "--db-pool-max-size=20",
                "--hostname=" + origin + "/auth",
                "--hostname-admin=" + base(),
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--http-management-host=127.0.0.1",
                "--http-management-port=" + managementPort,
                "--proxy-headers=xforwarded",
                "--proxy-trusted-addresses=127.0.0.1",
                "--log-console-color=false");
        var environment = Map.of(
                "KC_DB_PASSWORD", databasePassword,
                "KC_BOOTSTRAP_ADMIN_USERNAME", "admin",
                "KC_BOOTSTRAP_ADMIN_PASSWORD", password);
        var ready = URI.create("http://127.0.0.1:%d/auth/health/ready".formatted(managementPort));
        return new ChildSpec("keycloak", command, environment, Signal.TERM, Readiness.http(ready));
    }

    /**
     * Makes the realm of the running server what this stack wants.
     *
     * @param beforeNew runs before a realm is made that has not been there, with nobody ever signed in
     */
    public void ensureRealm(String clientSecret, boolean test, Runnable beforeNew) {
        // A token names the address it was issued at: one from before this update is refused after it.
        admin().updateRealm(MASTER, ownAddressForConsole());
        var admin = admin();
        var wanted = Realm.of(origin, clientSecret, test);
        var existing = admin.realm(REALM);
        if (existing.isEmpty()) {
            beforeNew.run();
            admin.createRealm(wanted.whole());
            return;
        }
        if (wanted.isLike(existing.get())) return;
        admin.updateRealm(REALM, wanted.withoutContent());
        admin.importPartially(REALM, wanted.clients());
        wanted.clientIds().forEach(client -> admin.addRoleToScope(REALM, client, "administrator"));
        if (!test) admin.deleteClient(REALM, Realm.LOAD_CLIENT);
    }

    /** @param identity where identity-service is reached */
    public DemoProfiles profiles(URI identity) {
        return new DemoProfiles(admin(), grant(), identity);
    }

    /** Accounts that sign in without a browser, in a realm for tests. */
    public TestAccounts testAccounts() {
        return new TestAccounts(grant(), this::admin);
    }

    private PasswordGrant grant() {
        return new PasswordGrant(new KeycloakHttp(), base(), REALM);
    }

    private KeycloakAdmin admin() {
        return KeycloakAdmin.signIn(base(), password);
    }

    /** Keycloak's own realm is not reachable through the origin, so its sign-in page must not point there. */
    private ObjectNode ownAddressForConsole() {
        var settings = JsonNodeFactory.instance.objectNode();
        settings.putObject("attributes").put("frontendUrl", base().toString());
        return settings;
    }

    /** Its own address, with its path, on the loopback address only. */
    public URI base() {
        return URI.create("http://127.0.0.1:%d/auth".formatted(port));
    }

    /** Build options of the server; a change makes it be built anew. */
    static List<String> buildOptions() {
        return List.of(
                "--db=postgres",
                "--http-relative-path=/auth",
                "--health-enabled=true",
                "--metrics-enabled=false",
                "--features-disabled=ciba,device-flow,kerberos,par,impersonation");
    }
}
