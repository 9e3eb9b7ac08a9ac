package dev.stoa.identity.account;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a person says of herself. Repeated languages and fields count once. */
@Schema(description = "The whole changeable part of an account")
record AccountChange(
        @NotNull(message = "required")
        @PresentableName
        @Schema(description = "How others see this person", examples = "Ada", minLength = 1, maxLength = 60)
        String displayName,

        @NotNull(message = "required")
        @Size(min = 1, max = 8, message = "1 to 8 languages")
        @Schema(description = "ISO 639-1 codes, the preferred one first", examples = "[\"en\", \"de\"]")
        List<@KnownLanguage String> languages,

        @NotNull(message = "required")
        @Size(max = 30, message = "at most 30 fields")
        @Schema(description = "Codes of the fields in which this person helps", examples = "[\"0613\", \"054\"]")
        List<@KnownField String> fields) {}
