package dev.stoa.matchmaking.api.account;

import static org.awaitility.Awaitility.await;

import dev.stoa.matchmaking.queue.RedisLink;
import dev.stoa.matchmaking.support.TestQueue;
import dev.stoa.matchmaking.support.TestRedis;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Two instances hear of accounts over a real Redis. */
abstract class TwoListeners {

    private final Vertx vertx = Vertx.vertx();
    final TestRedis redis = new TestRedis();
    final List<Instance> instances = new ArrayList<>();
    TestQueue queue;

    /** One that hears. */
    final class Instance implements AccountStream.Listener {

        final List<AccountNews> heard = new CopyOnWriteArrayList<>();
        final List<AccountNews> handled = new CopyOnWriteArrayList<>();
        final TestQueue own = new TestQueue(vertx, redis.url());
        final RedisLink link = new RedisLink(vertx, "news", redis.url(), Duration.ofSeconds(5));
        final AccountStream stream = new AccountStream(vertx, link, own.steps(), own.mapper(), this);

        @Override
        public void heard(AccountNews news) {
            heard.add(news);
        }

        @Override
        public void handled(AccountNews news) {
            handled.add(news);
        }

        void stop() {
            stream.stop();
            link.close();
            own.close();
        }
    }

    @BeforeEach
    void startTwo() {
        queue = new TestQueue(vertx, redis.url());
        startAnother();
        startAnother();
    }

    Instance startAnother() {
        Instance instance = new Instance();
        instances.add(instance);
        instance.stream.start();
        return instance;
    }

    @AfterEach
    void stop() {
        instances.forEach(Instance::stop);
        queue.close();
        redis.close();
        vertx.close();
    }

    void tell(String type, String account, String data) {
        queue.redis(Command.XADD, "{id}:accounts", "*", "type", type, "account", account, "data", data);
    }

    void awaitHandled(int number) {
        for (Instance instance : instances) {
            await().atMost(Duration.ofSeconds(10)).until(() -> instance.handled.size() == number);
        }
    }

    /** The types of all that an account was told. */
    List<String> told(String account) {
        return queue.redis(Command.XRANGE, "{mm}:events:" + account, "-", "+").stream()
                .map(entry -> entry.get(1).get(1).toString())
                .toList();
    }
}
