package dev.stoa.matchmaking.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.stoa.matchmaking.queue.Changes;
import dev.stoa.matchmaking.queue.Ids;
import dev.stoa.matchmaking.queue.RedisLink;
import dev.stoa.matchmaking.queue.Reply;
import dev.stoa.matchmaking.queue.Step;
import dev.stoa.matchmaking.queue.Steps;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import org.awaitility.Awaitility;

/** The steps of one instance without the rest of the service, and short names for what accounts do with them. */
public final class TestQueue implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String FIELDS = "[{\"code\":\"0613\",\"name\":\"Software\"}]";
    private static final String LANGUAGES = "[\"en\"]";

    private final ObjectMapper mapper = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final RedisLink link;
    private final Steps steps;

    /** Connects. */
    public TestQueue(Vertx vertx, String url) {
        link = new RedisLink(vertx, "test", url, Duration.ofSeconds(5));
        steps = new Steps(link, new Changes(metrics), mapper);
        Awaitility.await().until(link::connected);
    }

    public Steps steps() {
        return steps;
    }

    public ObjectMapper mapper() {
        return mapper;
    }

    public SimpleMeterRegistry metrics() {
        return metrics;
    }

    /** Takes a step and waits for the answer. */
    public Reply take(Step step, Object... arguments) {
        return steps.take(step, arguments).await().atMost(PATIENCE);
    }

    /** Queues a ticket for software in English and gives its id. */
    public String enqueue(String account) {
        String id = Ids.next("tkt_");
        take(
                Step.ENQUEUE,
                id,
                account,
                "Name of " + account,
                "0613",
                "Software",
                LANGUAGES,
                "Help",
                3_600_000,
                1_800_000,
                600_000);
        return id;
    }

    /** Queues a ticket for software in English in a sandbox of its own, and gives its id. */
    public String enqueueInSandbox(String account) {
        String id = Ids.next("tkt_");
        take(
                Step.ENQUEUE,
                id,
                account,
                "Name of " + account,
                "0613",
                "Software",
                LANGUAGES,
                "Help",
                3_600_000,
                1_800_000,
                600_000,
                "",
                "int_test",
                account,
                "accepts",
                "1",
                1_000,
                "",
                "0",
                1_000,
                10_000,
                10_000);
        return id;
    }

    /** Makes a simulated expert available for software in English in a sandbox. */
    public Reply makeAvailableIn(String sandbox, String account, long leaseMs) {
        return take(
                Step.SET_AVAILABILITY, account, "Name of " + account, FIELDS, LANGUAGES, leaseMs, "", "", "", sandbox);
    }

    /** Makes an account available for software in English. */
    public Reply makeAvailable(String account, long leaseMs) {
        return take(Step.SET_AVAILABILITY, account, "Name of " + account, FIELDS, LANGUAGES, leaseMs);
    }

    /** Offers a ticket to an expert, as a matcher that has read both just now. */
    public Reply claim(String offer, String expert, String ticket) {
        String revision = field("availability", expert, "revision");
        return take(Step.CLAIM, offer, 60_000, expert, revision, ticket, field("ticket", ticket, "turn"), "[\"x\"]");
    }

    /** Declines an offer, of which many are free. */
    public Reply decline(String offer, String account) {
        return take(Step.DECLINE, offer, account, 1_000, "0");
    }

    /** One field of a hash, {@code null} when it is not there. */
    public String field(String kind, String id, String field) {
        Response value = redis(Command.HGET, "{mm}:" + kind + ":" + id, field);
        return value == null ? null : value.toString();
    }

    /** Lets the deadline of what waits in a sorted set pass. */
    public void makeDue(String deadlines, String member) {
        redis(Command.ZADD, "{mm}:" + deadlines, "XX", 0, member);
    }

    /** Says ready to the open offer of a ticket. */
    public Reply ready(String ticket, String account) {
        return take(
                Step.READY, ticket, account, "", Ids.next("mch_"), Ids.next(""), Ids.next(""), Ids.next(""), 3_600_000);
    }

    /** Accepts an offer. */
    public Reply accept(String offer, String account) {
        return take(Step.ACCEPT, offer, account, Ids.next("mch_"), Ids.next(""), Ids.next(""), Ids.next(""), 3_600_000);
    }

    /** Lets "expert" and "learner", whose ticket it is, meet in "room" as "peerE" and "peerL", with a minute to come. */
    public void meet(String offer, String match, String ticket) {
        makeAvailable("expert", 60_000);
        claim(offer, "expert", ticket);
        ready(ticket, "learner");
        take(Step.ACCEPT, offer, "expert", match, "room", "peerL", "peerE", 60_000);
    }

    /** Both of those who {@link #meet} come into the room. */
    public void bothCome() {
        take(Step.ROOM_JOINED, "room", "peerL", "5-0", 60_000);
        take(Step.ROOM_JOINED, "room", "peerE", "6-0", 60_000);
    }

    /** Leaves a match; of the declines that this may be, many are free. */
    public Reply leave(String match, String account) {
        return take(Step.LEAVE_MATCH, match, account, 1_000, "0");
    }

    /** The standing as JSON. */
    public String standing(String account) {
        return take(Step.STANDING, account).rows().get(1).getFirst();
    }

    /** Reads JSON. */
    public JsonNode read(String json) {
        try {
            return mapper.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends a command of Redis' own. */
    public Response redis(Command command, Object... arguments) {
        Request request = Request.cmd(command);
        for (Object argument : arguments) {
            request.arg(String.valueOf(argument));
        }
        return link.send(request).await().atMost(PATIENCE);
    }

    @Override
    public void close() {
        link.close();
    }
}
