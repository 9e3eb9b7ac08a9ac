package dev.stoa.identity.login;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.stoa.identity.account.AccountView;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a browser may know of its session. Account and token are there only for those signed in. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "Session",
        description = "The browser's session; account and token only for those signed in",
        requiredProperties = {"signedIn"})
record SessionView(
        @Schema(description = "Whether somebody is signed in", examples = "true")
        boolean signedIn,

        @Nullable AccountView account,

        @Nullable
        @Schema(description = "Access token for the identity and matchmaking services; keep it in memory only")
        String accessToken,

        @Nullable
        @Schema(
                type = SchemaType.STRING,
                format = "date-time",
                description = "When the access token ends (UTC)",
                examples = "2026-01-01T12:00:00Z")
        Instant expiresAt,

        @Nullable
        @Schema(
                enumeration = {"account-banned", "account-deleted"},
                description = "Why a session that was there is over; left out where there is nothing to say",
                examples = "account-banned")
        String reason,

        @Nullable
        @Schema(
                description = "The reason in words, for the person to read",
                examples = "This account has been banned: Selling homework")
        String detail) {

    static final SessionView SIGNED_OUT = new SessionView(false, null, null, null, null, null);
    static final SessionView DELETED = new SessionView(false, null, null, null, "account-deleted", null);

    /** @param detail for the person to read */
    static SessionView banned(@Nullable String detail) {
        return new SessionView(false, null, null, null, "account-banned", detail);
    }

    static SessionView of(AccountView account, AccessToken token) {
        return new SessionView(true, account, token.value(), token.expiresAt(), null, null);
    }
}
