package dev.stoa.matchmaking.meeting.match;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a room pass is asked for with. */
@Schema(description = "What a room pass is asked for with.")
public record PassRequest(
        @Schema(
                description = "Random, made by the page for one way into the room: the pass can be used again only"
                        + " with the same one.",
                examples = "2Vb8Kp0QxZr5Ln7Ws3Tf1Yc")
        @NotNull
        @Pattern(regexp = "[0-9A-Za-z]{22,64}", message = "must be 22 to 64 letters and digits")
        String nonce) {}
