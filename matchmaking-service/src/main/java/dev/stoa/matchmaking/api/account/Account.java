package dev.stoa.matchmaking.api.account;

import java.util.List;

/**
 * What identity-service knows about an account.
 *
 * @param languages ISO 639-1 codes
 * @param fields what the account offers help with
 */
public record Account(String displayName, List<String> languages, List<OfferedField> fields) {

    /** Whether the account offers help with this field, or with one above it. */
    public boolean offers(String code) {
        return fields.stream().anyMatch(field -> field.covers(code));
    }

    /** Whether the account may help with this field: it, or one above it, is verified. */
    public boolean mayHelpWith(String code) {
        return fields.stream().anyMatch(field -> field.verified() && field.covers(code));
    }

    /** Codes of the verified fields. */
    public List<String> verifiedFields() {
        return fields.stream()
                .filter(OfferedField::verified)
                .map(OfferedField::code)
                .toList();
    }
}
