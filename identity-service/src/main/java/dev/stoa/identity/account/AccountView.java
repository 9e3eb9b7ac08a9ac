package dev.stoa.identity.account;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An account as its holder sees it. */
@Schema(
        name = "Account",
        description = "The signed-in person",
        requiredProperties = {"id", "displayName", "languages", "fields", "administrator"})
public record AccountView(
        @Schema(
                description = "The provider's subject; never changes",
                examples = "4b9e1f0a-6c1d-4d0c-9a57-3f0f3f6a2c11")
        String id,

        @Schema(description = "How others see this person", examples = "Ada")
        String displayName,

        @Schema(description = "ISO 639-1 codes, the preferred one first", examples = "[\"en\", \"de\"]")
        List<String> languages,

        @Schema(description = "The fields in which this person helps")
        List<OfferedField> fields,

        @Schema(description = "Whether this person runs the place", examples = "false")
        boolean administrator) {}
