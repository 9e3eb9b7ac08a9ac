package dev.stoa.matchmaking.api.account;

/**
 * A field in which an account helps.
 *
 * @param code 2 to 4 digits; a code covers every code that starts with it
 * @param verified whether an administrator of identity-service says that the person knows it
 */
public record OfferedField(String code, String name, boolean verified) {

    /** Whether this field is the one of that code or lies above it. */
    boolean covers(String otherCode) {
        return otherCode.startsWith(code);
    }
}
