package dev.stoa.localstack.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLException;

/** Whether browsers find their own addresses (STUN), and meet when no direct way is open (TURN). */
final class RelayCheck {
    private static final int FORBIDDEN = 403;
    private static final int PORT = 4_000;
    private static final byte[] WORD = "self-test".getBytes(StandardCharsets.US_ASCII);

    /** Loopback, private networks, and the clouds' metadata service. */
    private static final List<String> INSIDE =
            List.of("127.0.0.1", "10.0.0.1", "172.16.0.1", "192.168.0.1", "169.254.169.254", "100.64.0.1");

    private record Server(String text, String username, String credential) {
        IceUrl url() {
            return IceUrl.of(text);
        }

        RelayClient open() throws IOException {
            return new RelayClient(url(), username, credential);
        }
    }

    private final URI site;
    private final Findings findings;

    RelayCheck(URI site, Findings findings) {
        this.site = site;
        this.findings = findings;
    }

    void examine(JsonNode iceServers) {
        var servers = servers(iceServers);
        if (servers.isEmpty()) {
            none();
            return;
        }
        var relays = servers.stream()
                .filter(this::works)
                .filter(server -> server.url().relays())
                .toList();
        missing(relays.stream().map(server -> server.url().way()).toList());
        if (!relays.isEmpty()) fromRelayToRelay(relays.getFirst());
    }

    private boolean works(Server server) {
        try (var client = server.open()) {
            if (server.url().relays()) {
                allocate(server, client);
            } else {
                findings.fine(
                        server.text,
                        "sees us as %s",
                        client.mapped().getAddress().getHostAddress());
            }
            return true;
        } catch (Sickness e) {
            findings.broken(server.text, e);
        } catch (IOException e) {
            findings.broken(server.text, "%s", reason(e, server.url()));
        }
        return false;
    }

    private static List<Server> servers(JsonNode iceServers) {
        var servers = new ArrayList<Server>();
        for (var server : iceServers) {
            for (var url : server.path("urls")) {
                servers.add(new Server(
                        url.asText(),
                        server.path("username").asText(),
                        server.path("credential").asText()));
            }
        }
        return servers;
    }

    private void none() {
        if (Loopback.is(site.getHost())) {
            findings.skipped("STUN and TURN", "none are set, and on one machine none are needed");
        } else {
            findings.broken(
                    "STUN and TURN",
                    "Pages are given no ICE servers: hardly any two networks can call each other. Set STOA_ICE_STUN_URLS,"
                            + " STOA_ICE_TURN_URLS and STOA_ICE_TURN_SECRET.");
        }
    }

    private void allocate(Server server, RelayClient client) throws IOException {
        var relayed = client.allocate().getAddress();
        if (isPrivate(relayed) && !isPrivate(InetAddress.getByName(server.url().host()))) {
            throw new Sickness(
                    "It gives the private address %s, which no browser outside reaches. Set STOA_TURN_ADDRESS to"
                            + " <public address>/<private address>.",
                    relayed.getHostAddress());
        }
        findings.fine(server.text, "relays at %s", relayed.getHostAddress());
    }

    private void missing(List<IceUrl.Way> ways) {
        if (ways.isEmpty()) {
            findings.doubtful(
                    "TURN", "none works: calls between networks that do not let each other in will not connect.");
        } else if (!ways.contains(IceUrl.Way.TLS)) {
            findings.doubtful("TURN", "none over TLS: calls from networks that let only https out will not connect.");
        }
    }

    /** Two who both need the relay, and what the relay must not reach. */
    private void fromRelayToRelay(Server server) {
        try (var one = server.open();
                var other = server.open()) {
            var here = one.allocate();
            var there = other.allocate();
            var refused = one.permit(there) + other.permit(here);
            if (refused == 0) {
                one.send(there, WORD);
                other.receive();
                findings.fine("from relay to relay", "what one sends, the other gets");
            } else {
                findings.broken(
                        "from relay to relay",
                        "The relay refuses its own address %s. Allow it: allowed-peer-ip=%1$s",
                        there.getAddress().getHostAddress());
            }
            inside(one, there);
        } catch (SocketTimeoutException e) {
            findings.broken(
                    "from relay to relay",
                    "Nothing arrived. Are the relay's UDP ports (STOA_TURN_RELAY_PORTS) open, and may the host reach its own"
                            + " public address?");
        } catch (Sickness | IOException e) {
            findings.broken("from relay to relay", e);
        }
    }

    private void inside(RelayClient client, InetSocketAddress own) throws IOException {
        var reached = new ArrayList<String>();
        for (var address : INSIDE) {
            if (!address.equals(own.getAddress().getHostAddress())
                    && client.permit(new InetSocketAddress(address, PORT)) != FORBIDDEN) reached.add(address);
        }
        if (reached.isEmpty()) {
            findings.fine("the relay as a door", "refuses %d addresses of inner networks", INSIDE.size());
        } else {
            findings.broken(
                    "the relay as a door",
                    "It would relay to %s, which is a door into your network. Run it with turn/turnserver.conf.",
                    reached);
        }
    }

    private static boolean isPrivate(InetAddress address) {
        return address.isSiteLocalAddress() || address.isLoopbackAddress() || address.isLinkLocalAddress();
    }

    private static String reason(IOException failure, IceUrl url) {
        return switch (failure) {
            case UnknownHostException e -> "There is no DNS record for " + url.host() + ".";
            case SocketTimeoutException e ->
                "No answer. Is port " + url.port() + " (" + url.way() + ") open in every firewall?";
            case ConnectException e -> "Nothing listens on port " + url.port() + ".";
            case SSLException e -> "Its certificate is refused: " + e.getMessage() + ". Has the edge handed it on?";
            default -> String.valueOf(failure.getMessage());
        };
    }
}
