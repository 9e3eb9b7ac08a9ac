package dev.stoa.matchmaking.meeting.pass;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;

/** The public keys of room passes over HTTP. */
@Path("/pass-keys")
@Tag(name = "Room pass keys", description = "For signaling; public")
class PassKeysResource {

    private final SigningKeys keys;

    PassKeysResource(SigningKeys keys) {
        this.keys = keys;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @ResponseHeader(name = "Cache-Control", value = "max-age=60")
    @Operation(operationId = "getPassKeys", summary = "The public keys that room passes are verified with")
    @APIResponse(
            responseCode = "200",
            description = "A JWK Set (RFC 7517).",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "one key", value = """
                                    {"keys":[{"kty":"EC","crv":"P-256","kid":"2026-03","use":"sig","alg":"ES256",
                                     "x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
                                     "y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}]}""")))
    public String keys() {
        return keys.publicKeys();
    }
}
