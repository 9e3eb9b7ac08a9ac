package dev.stoa.localstack.bench.signaling;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** Version 1 of Stoa's signaling protocol, as docs/protocol.md has it. */
final class StoaDialect implements Dialect {
    private static final String PATH = "/api/signaling/v1/socket";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PassIssuer passes;

    StoaDialect(PassIssuer passes) {
        this.passes = passes;
    }

    @Override
    public Upgrade enter(Seat seat) {
        return new Upgrade(PATH, "stoa.v1, stoa.pass." + passes.issue(seat));
    }

    @Override
    public Optional<Upgrade> resume(Client cut) {
        var session = cut.session();
        return session == null || session.window().isZero()
                ? Optional.empty()
                : Optional.of(new Upgrade(
                        PATH,
                        "stoa.v1, stoa.resume.%s.%d.%s".formatted(session.epoch(), session.seq(), session.secret())));
    }

    @Override
    public void hear(Client client, ByteBuffer text) {
        // Acknowledgements are many, and nothing here waits for them.
        if (isAck(text)) return;
        var message = parse(text);
        switch (message.path("type").asText()) {
            case "welcome" -> {
                client.remember(new Session(
                        message.path("epoch").asText(),
                        message.path("seq").asLong(),
                        message.path("session").asText(),
                        Duration.ofSeconds(message.path("resumeWithin").asLong())));
                client.ready();
            }
            case "resumed" -> client.ready();
            case "error" -> client.refused(message.path("code").asText());
            default -> advance(client, message.path("seq").asLong());
        }
    }

    @Override
    public Template message(Kind kind) {
        return Template.of(Json.message(kind, "\"n\":{n},\"to\":\"{to}\","));
    }

    @Override
    public String farewell() {
        return "{\"type\":\"leave\"}";
    }

    private static void advance(Client client, long seq) {
        var session = client.session();
        if (session != null && seq > session.seq()) {
            client.remember(new Session(session.epoch(), seq, session.secret(), session.window()));
        }
    }

    private static boolean isAck(ByteBuffer text) {
        return text.remaining() > 12 && text.get(text.position() + 9) == 'a' && text.get(text.position() + 10) == 'c';
    }

    private static JsonNode parse(ByteBuffer text) {
        var bytes = new byte[text.remaining()];
        text.get(bytes);
        try {
            return JSON.readTree(new String(bytes, StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stoa said something that is not JSON", e);
        }
    }
}
