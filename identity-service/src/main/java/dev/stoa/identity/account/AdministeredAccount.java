package dev.stoa.identity.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An account as administrators see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "AdministeredAccount",
        description = "An account as administrators see it",
        requiredProperties = {"id", "displayName", "languages", "fields", "banned"})
record AdministeredAccount(
        @Schema(
                description = "The provider's subject; never changes",
                examples = "4b9e1f0a-6c1d-4d0c-9a57-3f0f3f6a2c11")
        String id,

        @Schema(description = "How others see this person", examples = "Ada")
        String displayName,

        @Schema(description = "ISO 639-1 codes, the preferred one first", examples = "[\"en\", \"de\"]")
        List<String> languages,

        @Schema(description = "The fields in which this person helps")
        List<Field> fields,

        @Schema(description = "Whether the account is shut out", examples = "false")
        boolean banned,

        @Nullable BanView ban) {

    /** A field, and who has checked that the person knows it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(
            name = "AdministeredField",
            description = "A field that an account offers, and who has verified it when",
            requiredProperties = {"code", "name", "verified"})
    record Field(
            @Schema(description = "ISCED-F 2013 code", examples = "0613")
            String code,

            @Schema(
                    description = "English name of the standard",
                    examples = "Software and applications development and analysis")
            String name,

            @Schema(description = "Whether this person can become available for the field", examples = "true")
            boolean verified,

            @Nullable
            @Schema(
                    description = "Id of the administrator who has verified it; only of verified fields",
                    examples = "0c2f7f0e-3a52-4a3c-b3f0-2a1f5f6f7a88")
            String verifiedBy,

            @Nullable
            @Schema(
                    type = SchemaType.STRING,
                    format = "date-time",
                    description = "When (UTC); only of verified fields",
                    examples = "2026-01-01T12:00:00Z")
            Instant verifiedAt) {

        static Field of(OfferedField field, @Nullable Verification verification) {
            return new Field(
                    field.code(),
                    field.name(),
                    field.verified(),
                    verification == null ? null : verification.by(),
                    verification == null ? null : verification.at());
        }
    }

    /** Why an account is shut out. */
    @Schema(
            name = "Ban",
            description = "Why an account is shut out; only of banned accounts",
            requiredProperties = {"reason", "by", "at"})
    record BanView(
            @Schema(description = "As the person is told it", examples = "Selling homework")
            String reason,

            @Schema(
                    description = "Id of the administrator who banned it",
                    examples = "0c2f7f0e-3a52-4a3c-b3f0-2a1f5f6f7a88")
            String by,

            @Schema(
                    type = SchemaType.STRING,
                    format = "date-time",
                    description = "When (UTC)",
                    examples = "2026-01-01T12:00:00Z")
            Instant at) {

        static BanView of(Ban ban) {
            return new BanView(ban.reason(), ban.by(), ban.at());
        }
    }
}
