package dev.stoa.localstack.system;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.stoa.localstack.Stack;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two hundred people with real tokens at two matchmaking instances: nobody is matched twice, nobody is forgotten. */
@ExtendWith(RunningStack.class)
class ManyMeetIT {
    private static final int LEARNERS = 140;
    private static final int EXPERTS = 60;
    private static final long SEED = 20_261_121;

    /** Each learner asks in one of these; each expert offers two neighbours of the list, one broad, one narrow. */
    private static final List<String> ASKED = List.of("0613", "0612", "0541", "0231", "0111");

    private static final List<String> OFFERED = List.of("061", "054", "02", "0111");

    private final History history = new History();

    @Test
    void everyLearnerMeetsOneExpertAndNobodyIsMatchedTwice(Stack stack) throws Exception {
        var tokens = signIn(stack);
        var experts = new ArrayList<SimulatedExpert>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < EXPERTS; i++) {
                var fields = List.of(OFFERED.get(i % OFFERED.size()), OFFERED.get((i + 1) % OFFERED.size()));
                var name = "expert" + i;
                experts.add(new SimulatedExpert(name, client(stack, tokens, name), history, fields, SEED + i));
            }
            var administrator = Administrator.of(stack);
            all(experts.stream()
                    .map(expert -> threads.submit(() -> expert.beginHelping(administrator)))
                    .toList());
            all(IntStream.range(0, LEARNERS)
                    .mapToObj(i -> threads.submit(() -> {
                        var name = "learner" + i;
                        new SimulatedLearner(name, client(stack, tokens, name), history)
                                .learn(ASKED.get(i % ASKED.size()));
                        return name;
                    }))
                    .toList());

            await().atMost(60, SECONDS)
                    .untilAsserted(() ->
                            assertThat(history.violations()).as("seed %d", SEED).isEmpty());
        } finally {
            for (var expert : experts) expert.close();
        }
    }

    private static Map<String, String> signIn(Stack stack) throws Exception {
        var names = new ArrayList<String>();
        IntStream.range(0, LEARNERS).forEach(i -> names.add("learner" + i));
        IntStream.range(0, EXPERTS).forEach(i -> names.add("expert" + i));
        var accounts = stack.accounts();
        accounts.create(names);
        var tokens = new ConcurrentHashMap<String, String>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            all(names.stream()
                    .map(name -> threads.submit(() -> tokens.put(name, accounts.token(name))))
                    .toList());
        }
        return tokens;
    }

    private static ApiClient client(Stack stack, Map<String, String> tokens, String name) {
        return new ApiClient(stack.origin().toString(), tokens.get(name));
    }

    private static void all(List<? extends Future<?>> tasks) throws Exception {
        for (var task : tasks) task.get(180, SECONDS);
    }
}
