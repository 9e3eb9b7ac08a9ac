package dev.stoa.matchmaking.meeting.estimate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stoa.matchmaking.api.account.Accounts;
import dev.stoa.matchmaking.api.account.Field;
import dev.stoa.matchmaking.queue.Reply;
import dev.stoa.matchmaking.queue.Step;
import dev.stoa.matchmaking.queue.Steps;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** The statistics of fields, read from the queue at most once in a while however many ask. */
@ApplicationScoped
class Statistics {

    private record Kept(FieldStatistics statistics, long until) {}

    private final Steps steps;
    private final Accounts accounts;
    private final ObjectMapper mapper;
    private final long keptForNanos;
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    Statistics(Steps steps, Accounts accounts, ObjectMapper mapper, StatisticsConfig config) {
        this.steps = steps;
        this.accounts = accounts;
        this.mapper = mapper;
        this.keptForNanos = config.keptFor().toNanos();
    }

    /** Those of each code, in order; fails with a 400 problem when one of them is no field. What is kept is bounded by that. */
    Uni<List<FieldStatistics>> of(List<String> codes) {
        Map<String, FieldStatistics> known = new HashMap<>();
        long now = System.nanoTime();
        for (String code : codes) {
            Kept one = kept.get(code);
            if (one != null && now - one.until() < 0) {
                known.put(code, one.statistics());
            }
        }
        List<String> missing =
                codes.stream().filter(code -> !known.containsKey(code)).toList();
        Uni<Map<String, FieldStatistics>> all = missing.isEmpty()
                ? Uni.createFrom().item(known)
                : read(missing).map(fresh -> {
                    known.putAll(fresh);
                    return known;
                });
        return all.map(found -> codes.stream()
                .map(code -> Objects.requireNonNull(found.get(code)))
                .toList());
    }

    private Uni<Map<String, FieldStatistics>> read(List<String> codes) {
        return Uni.join()
                .all(codes.stream().map(accounts::field).toList())
                .andFailFast()
                .flatMap(fields ->
                        steps.take(Step.FIELD_STATISTICS, codes.toArray()).map(reply -> keep(fields, reply)));
    }

    private Map<String, FieldStatistics> keep(List<Field> fields, Reply reply) {
        Map<String, FieldStatistics> fresh = new HashMap<>();
        List<List<String>> rows = reply.rows();
        for (int i = 0; i < rows.size(); i++) {
            List<String> row = rows.get(i);
            FieldStatistics statistics = new FieldStatistics(
                    fields.get(i),
                    Integer.parseInt(row.get(1)),
                    Integer.parseInt(row.get(2)),
                    Integer.parseInt(row.get(3)),
                    estimate(row.get(4)));
            fresh.put(row.getFirst(), statistics);
            kept.put(row.getFirst(), new Kept(statistics, System.nanoTime() + keptForNanos));
        }
        return fresh;
    }

    private Estimate estimate(String json) {
        try {
            return mapper.readValue(json, Estimate.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
