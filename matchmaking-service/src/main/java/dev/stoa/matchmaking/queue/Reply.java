package dev.stoa.matchmaking.queue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.redis.client.Response;
import java.util.ArrayList;
import java.util.List;

/** The answer of a step. */
public final class Reply {

    private static final TypeReference<List<List<String>>> TABLE = new TypeReference<>() {};

    private final Outcome outcome;
    private final Response body;
    private final ObjectMapper mapper;

    Reply(Outcome outcome, Response body, ObjectMapper mapper) {
        this.outcome = outcome;
        this.body = body;
        this.mapper = mapper;
    }

    /** How the step went. */
    public Outcome outcome() {
        return outcome;
    }

    /** The body of a step that answers with JSON. */
    public <T> T as(Class<T> type) {
        return read(text(), type);
    }

    /** The JSON that stands alone in one of the rows. */
    public <T> T as(int row, Class<T> type) {
        return read(body.get(row).get(0).toString(), type);
    }

    private <T> T read(String json, Class<T> type) {
        try {
            return mapper.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A step answered with what is no " + type.getSimpleName(), e);
        }
    }

    /** The body of a step that answers with one string. */
    public String text() {
        return body.toString();
    }

    /** The body of a step that answers with many rows in one JSON text, which costs Redis and its client less than each cell alone. */
    public List<List<String>> table() {
        try {
            return mapper.readValue(text(), TABLE);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A step answered with what is no table", e);
        }
    }

    /** The body of a step that answers with rows. */
    public List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>(body.size());
        for (Response row : body) {
            List<String> cells = new ArrayList<>(row.size());
            row.forEach(cell -> cells.add(cell.toString()));
            rows.add(cells);
        }
        return rows;
    }
}
