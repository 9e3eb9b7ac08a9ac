package dev.stoa.signaling.socket;

import dev.stoa.signaling.cluster.Session;
import dev.stoa.signaling.protocol.Decoded;
import dev.stoa.signaling.protocol.Malformed;
import dev.stoa.signaling.protocol.Wire;
import dev.stoa.signaling.room.Letterbox;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The way up for networks that let no WebSocket through: messages come in batches by POST. */
@Singleton
final class MessagesDoor {

    private static final String PATH = "/api/signaling/v1/messages";
    private static final int MOST_BYTES = 128 * 1024;
    private static final int MOST_MESSAGES = 32;
    private static final String BEARER = "Bearer ";
    private static final Pattern NUMBER = Pattern.compile("\\d{1,15}");

    private final Letterbox letterbox;
    private final Wire wire;
    private final Budgets budgets;
    private final Origins origins;
    private final Posters posters;

    MessagesDoor(Letterbox letterbox, Wire wire, Budgets budgets, Origins origins, Posters posters) {
        this.letterbox = letterbox;
        this.wire = wire;
        this.budgets = budgets;
        this.origins = origins;
        this.posters = posters;
    }

    void register(@Observes Router router) {
        router.post(PATH).handler(this::knock);
    }

    private void knock(RoutingContext context) {
        var request = context.request();
        Body.read(request, MOST_BYTES)
                .onSuccess(body -> post(request, body))
                .onFailure(tooLarge -> HttpProblem.TOO_LARGE.answer(request));
    }

    private void post(HttpServerRequest request, Buffer body) {
        var now = System.nanoTime();
        var session = session(request);
        var seen = Optional.ofNullable(request.getHeader("Stoa-Seq"))
                .filter(text -> NUMBER.matcher(text).matches())
                .map(Long::parseLong);
        var type = Optional.ofNullable(request.getHeader("Content-Type")).orElse("");
        if (!origins.allowsRequest(request)) {
            HttpProblem.FOREIGN_ORIGIN.answer(request);
        } else if (session.isEmpty()) {
            HttpProblem.UNAUTHORIZED.answer(request);
        } else if (!type.startsWith("application/json")) {
            HttpProblem.WRONG_TYPE.answer(request);
        } else if (seen.isEmpty()) {
            HttpProblem.BAD_REQUEST.answer(request);
        } else if (!posters.mayPost(session.get(), Addresses.of(request), now)) {
            HttpProblem.TOO_MANY.answer(request);
        } else {
            try {
                take(request, session.get(), seen.get(), wire.decodeAll(body.toString(), MOST_MESSAGES));
            } catch (Malformed malformed) {
                HttpProblem.BAD_REQUEST.answer(request);
            }
        }
    }

    private void take(HttpServerRequest request, Session session, long seen, List<Decoded> messages) {
        // Who is known pays before Redis is asked. Whoever shows a session that may be none spends nobody's budget.
        var isKnown = posters.know(session, System.nanoTime());
        if (isKnown && !spend(session, messages)) {
            HttpProblem.TOO_MANY.answer(request);
            return;
        }
        letterbox
                .heard(session)
                .onFailure(away -> HttpProblem.UNAVAILABLE.answer(request))
                .onSuccess(settled -> {
                    if (settled < 0) {
                        posters.remove(session);
                        refuse(request, messages);
                        return;
                    }
                    posters.add(session, System.nanoTime());
                    if (!isKnown && !spend(session, messages)) {
                        HttpProblem.TOO_MANY.answer(request);
                        return;
                    }
                    letterbox
                            .take(session, seen, settled, messages)
                            .onSuccess(receipt -> answer(request, receipt))
                            .onFailure(away -> HttpProblem.UNAVAILABLE.answer(request));
                });
    }

    private void refuse(HttpServerRequest request, List<Decoded> messages) {
        // Who has no place any more has left.
        if (messages.stream().anyMatch(MessagesDoor::isFarewell)) {
            answer(request, new Letterbox.Receipt(0, List.of()));
        } else {
            HttpProblem.NOT_RESUMED.answer(request);
        }
    }

    private static boolean isFarewell(Decoded decoded) {
        return decoded instanceof Decoded.Message(var message) && message.isFarewell();
    }

    /** A sign of life without a message costs as much as one. */
    private boolean spend(Session session, List<Decoded> messages) {
        return budgets.of(session.room(), session.peer()).spend(Math.max(1, messages.size()), System.nanoTime());
    }

    private void answer(HttpServerRequest request, Letterbox.Receipt receipt) {
        var errors = receipt.errors().stream().map(wire::encode).toList();
        request.response()
                .putHeader("Content-Type", "application/json")
                .putHeader("Cache-Control", "no-store")
                .end("{\"received\":%d,\"errors\":[%s]}".formatted(receipt.received(), String.join(",", errors)));
    }

    private static Optional<Session> session(HttpServerRequest request) {
        var authorization = request.getHeader("Authorization");
        return authorization != null && authorization.startsWith(BEARER)
                ? Session.parse(authorization.substring(BEARER.length()))
                : Optional.empty();
    }
}
