package dev.stoa.identity.account;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why an account is to be shut out. */
@Schema(description = "Why an account is to be shut out")
record BanRequest(
        @NotBlank(message = "required")
        @Size(max = 200, message = "at most 200 characters")
        @Pattern(regexp = "[^\\p{Cc}\\p{Cs}]*", message = "no control characters")
        @Schema(description = "The person is told it", examples = "Selling homework")
        String reason) {}
