package dev.stoa.localstack.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoa.localstack.doctor.Finding.Mark;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the self-test says of relays that are set up well and badly. */
class RelayCheckIT {
    private static final Path SHIPPED = Path.of("..", "turn", "turnserver.conf").toAbsolutePath();
    private static final String BEHIND_NAT = "8.8.4.4/127.0.0.9";

    @Test
    void theShippedOneRelaysToItselfAndNowhereInside() throws Exception {
        try (var turn = new ShippedTurn(BEHIND_NAT, SHIPPED)) {
            var findings = examine(turn.iceServers());

            assertThat(findings)
                    .filteredOn(finding -> finding.mark() == Mark.BROKEN)
                    .isEmpty();
            assertThat(findings)
                    .filteredOn(finding -> finding.mark() == Mark.FINE)
                    .extracting(Finding::what, Finding::detail)
                    .anySatisfy(row -> assertThat(row.toString()).contains("stun:", "sees us as 127.0.0.1"))
                    .anySatisfy(row -> assertThat(row.toString()).contains("udp", "relays at 8.8.4.4"))
                    .anySatisfy(row -> assertThat(row.toString()).contains("tcp", "relays at 8.8.4.4"))
                    .anySatisfy(row -> assertThat(row.toString()).contains("from relay to relay"))
                    .anySatisfy(row -> assertThat(row.toString()).contains("as a door", "refuses 6"));
            assertThat(findings)
                    .anySatisfy(finding -> assertThat(finding.detail()).contains("none over TLS"));
        }
    }

    @Test
    void itEndsWhenItIsTold() throws Exception {
        try (var turn = new ShippedTurn(BEHIND_NAT, SHIPPED)) {
            assertThat(turn.endsWithin(Duration.ofSeconds(8))).isTrue();
        }
    }

    @Test
    void anotherSecretIsTold() throws Exception {
        try (var turn = new ShippedTurn(BEHIND_NAT, SHIPPED)) {
            assertThat(broken(turn.iceServers("south")))
                    .isNotEmpty()
                    .allSatisfy(finding -> assertThat(finding.detail()).contains("STOA_ICE_TURN_SECRET"));
        }
    }

    @Test
    void anOpenDoorIsTold(@TempDir Path folder) throws Exception {
        var open = Files.writeString(folder.resolve("open.conf"), "use-auth-secret\nno-cli\n");
        try (var turn = new ShippedTurn(BEHIND_NAT, open)) {
            assertThat(broken(turn.iceServers()))
                    .singleElement()
                    .satisfies(finding ->
                            assertThat(finding.detail()).contains("10.0.0.1", "169.254.169.254", "turnserver.conf"));
        }
    }

    @Test
    void aRelayThatIsNotThereIsTold() {
        var nobody = Json.read(Json.write(List.of(Map.of(
                "urls",
                List.of("turn:127.0.0.1:9?transport=tcp", "turn:nowhere.invalid:3478?transport=udp", "turn:?"),
                "username",
                "a",
                "credential",
                "b"))));

        assertThat(broken(nobody))
                .extracting(Finding::detail)
                .anySatisfy(detail -> assertThat(detail).contains("Nothing listens on port 9"))
                .anySatisfy(detail -> assertThat(detail).contains("no DNS record for nowhere.invalid"))
                .anySatisfy(detail -> assertThat(detail).contains("no address of an ICE server"));
    }

    @Test
    void noIceServersMatterOutsideOneMachineOnly() {
        var none = Json.read("[]");

        assertThat(broken(none)).isEmpty();
        assertThat(examine(URI.create("https://stoa.invalid"), none))
                .singleElement()
                .satisfies(finding -> assertThat(finding.mark()).isEqualTo(Mark.BROKEN));
    }

    private static List<Finding> broken(JsonNode servers) {
        return examine(servers).stream()
                .filter(finding -> finding.mark() == Mark.BROKEN)
                .toList();
    }

    private static List<Finding> examine(JsonNode servers) {
        return examine(URI.create("http://localhost"), servers);
    }

    private static List<Finding> examine(URI site, JsonNode servers) {
        var findings = new Findings(finding -> {});
        new RelayCheck(site, findings).examine(servers);
        return findings.all();
    }
}
