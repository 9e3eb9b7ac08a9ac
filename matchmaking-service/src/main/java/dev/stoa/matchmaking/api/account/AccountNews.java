package dev.stoa.matchmaking.api.account;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.redis.client.Response;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What identity-service tells of an account. */
sealed interface AccountNews {

    /** What it offers, or how it wants to be called, is different now. */
    record Changed(String account, List<String> verifiedFields) implements AccountNews {}

    /** It is shut out. */
    record Banned(String account) implements AccountNews {}

    /** It is gone. */
    record Deleted(String account) implements AccountNews {}

    /** It is shut out no longer. */
    record Unbanned(String account) implements AccountNews {}

    /**
     * One of its sessions has ended.
     *
     * @param session the provider's id of it
     * @param until when the last of its access tokens expires
     */
    record SignedOut(String account, String session, Instant until) implements AccountNews {}

    /** Something that matters nothing here, or can't be understood. */
    record Other() implements AccountNews {}

    /** Reads an entry of the stream. */
    static AccountNews of(Response entry, ObjectMapper mapper) {
        Response flat = entry.get(1);
        Map<String, String> fields = new HashMap<>();
        for (int i = 0; flat != null && i + 1 < flat.size(); i += 2) {
            fields.put(flat.get(i).toString(), flat.get(i + 1).toString());
        }
        String account = fields.getOrDefault("account", "");
        if (account.isEmpty()) {
            return new Other();
        }
        return switch (fields.getOrDefault("type", "")) {
            case "fields" -> changed(account, fields.getOrDefault("data", ""), mapper);
            case "banned" -> new Banned(account);
            case "deleted" -> new Deleted(account);
            case "unbanned" -> new Unbanned(account);
            case "signed-out" -> signedOut(account, fields.getOrDefault("data", ""), mapper);
            default -> new Other();
        };
    }

    private static AccountNews changed(String account, String data, ObjectMapper mapper) {
        try {
            return new Changed(account, mapper.readValue(data, Account.class).verifiedFields());
        } catch (JsonProcessingException | NullPointerException unreadable) {
            return new Other();
        }
    }

    private static AccountNews signedOut(String account, String data, ObjectMapper mapper) {
        try {
            JsonNode told = mapper.readTree(data);
            JsonNode session = told.path("session");
            JsonNode until = told.path("until");
            return session.isTextual() && Who.Person.isSession(session.textValue()) && until.canConvertToLong()
                    ? new SignedOut(account, session.textValue(), Instant.ofEpochSecond(until.longValue()))
                    : new Other();
        } catch (JsonProcessingException | DateTimeException unreadable) {
            return new Other();
        }
    }
}
