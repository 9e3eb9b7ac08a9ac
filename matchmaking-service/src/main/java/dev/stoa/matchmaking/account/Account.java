package dev.stoa.matchmaking.account;

import java.util.List;

/**
 * What identity-service knows about an account.
 *
 * @param languages ISO 639-1 codes
 * @param fields what the account offers help with
 */
public record Account(String displayName, List<String> languages, List<Field> fields) {

    /** Whether the account offers help with this field, or with one above it. */
    public boolean offers(String code) {
        return fields.stream().anyMatch(field -> field.covers(code));
    }
}
