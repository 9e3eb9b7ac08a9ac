package dev.stoa.signaling.protocol;

import java.time.Instant;
import java.util.List;

/** At least one instance of every message, and one with all optional fields absent. */
final class Examples {

    private static final String ADA = "4VkQbT0xYc9sLr2WnJm7Pz";
    private static final String BOB = "9dRfH1uEo6KgXa3SiNv8Cq";
    private static final String SDP = "v=0\r\no=- 46117 2 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n";
    private static final PeerInfo EXPERT = new PeerInfo(BOB, "Bob", PeerInfo.Role.EXPERT);
    private static final IceCandidate HOST =
            new IceCandidate("candidate:1 1 udp 2122260223 192.0.2.7 54400 typ host", "0", 0, "x7Fq");

    private Examples() {}

    static List<ClientMessage> client() {
        return List.of(
                new ClientMessage.Description(
                        "c1", 1L, BOB, new SessionDescription(SessionDescription.Type.OFFER, SDP)),
                new ClientMessage.Description(
                        null, null, BOB, new SessionDescription(SessionDescription.Type.ROLLBACK, null)),
                new ClientMessage.Candidate("c2", 2L, BOB, HOST),
                new ClientMessage.Candidate(null, null, BOB, new IceCandidate("", null, null, null)),
                new ClientMessage.Candidate(null, null, BOB, null),
                new ClientMessage.Chat("c3", 3L, "Which line?"),
                new ClientMessage.Chat(null, null, "The second one."),
                new ClientMessage.Leave("c4", 4L),
                new ClientMessage.Leave(null, null),
                new ClientMessage.Closing("c5", 5L),
                new ClientMessage.Closing(null, null));
    }

    static List<ServerMessage> server() {
        var stun = new IceServer(List.of("stun:stun.example.org:3478"), null, null);
        var turn = new IceServer(
                List.of("turn:turn.example.org:3478?transport=udp", "turns:turn.example.org:5349"),
                "1767226200:" + ADA,
                "c2VjcmV0IG9mIHRoZSBtb21lbnQ=");
        return List.of(
                new ServerMessage.Welcome(
                        1,
                        "signaling-1",
                        "u0Zt5wBy",
                        17,
                        ADA,
                        "room." + ADA + ".nT4rQ8yLw2Kc7HsVb9Xe1GjMd5Pf3ZaU",
                        300,
                        List.of(EXPERT),
                        List.of(BOB),
                        List.of(stun, turn)),
                new ServerMessage.Welcome(
                        1,
                        "signaling-2",
                        "u0Zt5wBy",
                        1,
                        ADA,
                        "room." + ADA + ".bY6mS1kWq9Rv4DtHz8Nc2FxLj7Gp5EoT",
                        300,
                        List.of(),
                        List.of(),
                        List.of()),
                new ServerMessage.Resumed(40, "signaling-2", 17, List.of(EXPERT), List.of(BOB), List.of(stun, turn)),
                new ServerMessage.Resumed(40, "signaling-2", 0, List.of(), List.of(), List.of()),
                new ServerMessage.PeerReconnecting(41, BOB),
                new ServerMessage.PeerResumed(42, EXPERT),
                new ServerMessage.Ack(17),
                new ServerMessage.IceServers(List.of(stun, turn)),
                new ServerMessage.PeerJoined(18, EXPERT),
                new ServerMessage.PeerLeft(19, BOB, LeaveReason.LEFT),
                new ServerMessage.PeerLeft(20, BOB, LeaveReason.LOST),
                new ServerMessage.PeerLeft(21, BOB, LeaveReason.REPLACED),
                new ServerMessage.PeerLeft(22, BOB, LeaveReason.REMOVED),
                new ServerMessage.Description(23, BOB, new SessionDescription(SessionDescription.Type.ANSWER, SDP)),
                new ServerMessage.Description(24, BOB, new SessionDescription(SessionDescription.Type.PRANSWER, SDP)),
                new ServerMessage.Description(25, BOB, new SessionDescription(SessionDescription.Type.ROLLBACK, null)),
                new ServerMessage.Candidate(26, BOB, HOST),
                new ServerMessage.Candidate(27, BOB, new IceCandidate("", null, null, null)),
                new ServerMessage.Candidate(28, BOB, null),
                new ServerMessage.Chat(29, BOB, "c3", "Which line?", Instant.parse("2026-01-01T09:30:00.250Z")),
                new ServerMessage.Chat(30, BOB, null, "The second one.", Instant.parse("2026-01-01T09:30:02Z")),
                new ServerMessage.Error(ErrorCode.UNKNOWN_PEER, "wait for the peer to join", "c1", 4L),
                new ServerMessage.Error(ErrorCode.BAD_MESSAGE, "send a JSON object with a type", null, null));
    }
}
