package dev.stoa.localstack.origin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTest {
    @ParameterizedTest
    @CsvSource({
        "/api/identity/v1/me, IDENTITY",
        "/api/identity/docs, IDENTITY",
        "/api/matchmaking/v1/tickets/tkt_0, MATCHMAKING",
        "/api/signaling/v1/socket, SIGNALING",
        "/auth/realms/stoa/protocol/openid-connect/auth, PROVIDER",
        "/auth/resources/abc12/login/keycloak.v2/css/styles.css, PROVIDER",
    })
    void pathsOfAPartGoToIt(String path, Backend backend) {
        assertThat(Route.of(path)).isEqualTo(new Route.Hop(backend));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/q/health",
                "/q",
                "/api",
                "/api/other",
                "/api/identityx/v1/me",
                "/auth/",
                "/auth/admin/",
                "/auth/metrics",
                "/auth/health/ready",
                "/auth/realms/master/protocol/openid-connect/token",
                "/auth/realms/stoa/../master",
                "/auth/realms/stoa/%2e%2e/master",
                "/auth/realms/stoa/%2E%2E%2Fmaster",
                "/auth/realms/stoa/..;/master",
                "/api/identity/../../q/health",
                "//q/health",
                "/api/identity//v1",
                "/api/identity/%252e%252e/q",
                "/api/identity/%00",
                "/api/identity/%zz",
                "/api/identity/..\\q",
                "relative",
                "",
            })
    void theInsideAndPathsThatCanBeReadInTwoWaysAreHidden(String path) {
        assertThat(Route.of(path)).isEqualTo(new Route.Hidden());
    }

    @Test
    void everythingElseIsAPageOfTheWebUi() {
        assertThat(Route.of("/")).isEqualTo(new Route.Page("/"));
        assertThat(Route.of("/call/mch_1")).isEqualTo(new Route.Page("/call/mch_1"));
        assertThat(Route.of("/a+b%20c")).isEqualTo(new Route.Page("/a+b c"));
        assertThat(Route.of("/quiet")).isEqualTo(new Route.Page("/quiet"));
    }
}
