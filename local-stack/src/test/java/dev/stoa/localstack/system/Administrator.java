package dev.stoa.localstack.system;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoa.localstack.Stack;
import java.util.Map;

/** The demo's administrator: says who knows what, and who has to stay outside. Her token is good for five minutes. */
final class Administrator {
    private final ApiClient api;

    private Administrator(ApiClient api) {
        this.api = api;
    }

    static Administrator of(Stack stack) {
        return new Administrator(
                new ApiClient(stack.origin().toString(), stack.accounts().token("admin")));
    }

    /**
     * Verifies every field that an account offers: without that nobody can become available.
     *
     * @param account as {@code /me} shows it to its holder
     */
    void verify(JsonNode account) {
        for (var field : account.get("fields")) {
            var path = address(account) + "/verifications/" + field.get("code").asText();
            api.patiently("PUT", path, null).expect(204);
        }
    }

    /**
     * Shuts an account out.
     *
     * @param account as {@code /me} shows it to its holder
     */
    void ban(JsonNode account, String reason) {
        api.patiently("PUT", address(account) + "/ban", Map.of("reason", reason))
                .expect(204);
    }

    private static String address(JsonNode account) {
        return "/api/identity/v1/accounts/" + account.get("id").asText();
    }
}
