package dev.stoa.matchmaking.records.webhook;

import dev.stoa.matchmaking.queue.Ids;
import dev.stoa.matchmaking.queue.Step;
import dev.stoa.matchmaking.queue.Steps;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/** What webhooks lead to, as far as that is asked about in advance. */
@ApplicationScoped
class Endpoints {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int MOST_TESTS = 16;

    private final Steps steps;
    private final Lookups lookups;
    private final Sender sender;
    private final Webhooks webhooks;
    private final WebhookConfig config;
    private final AtomicInteger tests = new AtomicInteger();

    Endpoints(Steps steps, Doors doors, Sender sender, Webhooks webhooks, WebhookConfig config) {
        this.steps = steps;
        this.lookups = new Lookups(doors);
        this.sender = sender;
        this.webhooks = webhooks;
        this.config = config;
    }

    /** Has the integrator's events kept from now on, if the URL may be called; a 400 problem if not, 503 if that can't be said now. */
    Uni<Void> begin(String integrator, String url) {
        return check(integrator, url)
                .chain(() -> steps.take(Step.CALLED, integrator))
                .replaceWithVoid();
    }

    /** Fails with a 400 problem if the URL may not be called, 503 if that can't be said now. It is checked again at each attempt. */
    Uni<Void> check(String integrator, String url) {
        Target target = Target.of(url, config.allowHttp()).orElseThrow(WebhookProblems::badUrl);
        return lookups.find(integrator, target)
                .ifNoItem()
                .after(PATIENCE)
                .failWith(WebhookProblems::noAnswerForName)
                .onFailure(Doors.Refused.class)
                .transform(refused -> WebhookProblems.badUrl())
                .replaceWithVoid();
    }

    /** Calls it now, also when it is disabled. */
    Uni<TestResult> test(String id, String integrator) {
        return webhooks.row(id, integrator).flatMap(row -> {
            if (tests.incrementAndGet() > MOST_TESTS) {
                tests.decrementAndGet();
                throw WebhookProblems.busy();
            }
            return Uni.createFrom().deferred(() -> ping(row)).onTermination().invoke(tests::decrementAndGet);
        });
    }

    private Uni<TestResult> ping(Row row) {
        String event = Ids.next(Event.PREFIX);
        JsonObject data = new JsonObject().put("webhookId", row.getString("id"));
        String body = Event.payload(EventTypes.PING, Instant.now(), data.encode());
        return sender.send(row.getString("url"), new Message(event, body, webhooks.secrets(row)))
                .map(attempt ->
                        new TestResult(event, attempt.delivered(), attempt.status(), attempt.error(), attempt.took()));
    }

    /** The tag of a webhook as it is now. */
    static String tag(Webhook webhook) {
        return "\"" + webhook.revision() + "\"";
    }
}
