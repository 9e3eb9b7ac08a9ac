package dev.stoa.identity;

import dev.stoa.identity.problem.InvalidInputSchema;
import dev.stoa.identity.problem.ProblemSchema;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The opening of the API's description. */
@OpenAPIDefinition(
        info = @Info(title = "Stoa identity", version = "1", description = """
                                Who people are: sign-in, accounts, and the fields of expertise they can offer.

                                Browsers sign in by navigation (`/login`) and ask `/session` for a short-lived access token.
                                Everyone else comes with an access token of the OpenID Connect provider whose audience is
                                `stoa-api`. Every error is a problem detail (RFC 9457) whose `type` is stable and whose
                                `detail` says what to do next."""),
        tags = {
            @Tag(name = "Sign-in", description = "Browser navigation and the browser's session"),
            @Tag(name = "Account", description = "The signed-in person"),
            @Tag(name = "Administration", description = "All accounts, for those who run the place"),
            @Tag(name = "Fields", description = "The fields of expertise, ISCED-F 2013")
        },
        components =
                @Components(
                        responses = {
                            @APIResponse(
                                    name = "BadInput",
                                    description = "`/problems/invalid-input` with the violations,"
                                            + " `/problems/malformed-body` or `/problems/bad-cursor`",
                                    content =
                                            @Content(
                                                    mediaType = "application/problem+json",
                                                    schema = @Schema(implementation = InvalidInputSchema.class))),
                            @APIResponse(
                                    name = "NotSignedIn",
                                    description = "`/problems/not-signed-in`: no bearer token, or one that is expired,"
                                            + " forged, of a session that has ended or for somebody else",
                                    content =
                                            @Content(
                                                    mediaType = "application/problem+json",
                                                    schema = @Schema(implementation = ProblemSchema.class))),
                            @APIResponse(
                                    name = "NoAdministrator",
                                    description = "`/problems/forbidden`: the caller is no administrator",
                                    content =
                                            @Content(
                                                    mediaType = "application/problem+json",
                                                    schema = @Schema(implementation = ProblemSchema.class))),
                            @APIResponse(
                                    name = "UnknownAccount",
                                    description = "`/problems/unknown-account`",
                                    content =
                                            @Content(
                                                    mediaType = "application/problem+json",
                                                    schema = @Schema(implementation = ProblemSchema.class))),
                            @APIResponse(
                                    name = "TooMany",
                                    description =
                                            "`/problems/quota-exceeded`: too many requests, or changes, in a short time",
                                    headers =
                                            @Header(
                                                    name = "Retry-After",
                                                    description = "After how many seconds to try again",
                                                    schema = @Schema(type = SchemaType.INTEGER)),
                                    content =
                                            @Content(
                                                    mediaType = "application/problem+json",
                                                    schema = @Schema(implementation = ProblemSchema.class))),
                            @APIResponse(
                                    name = "Unavailable",
                                    description = "`/problems/unavailable`: the database or the provider is away;"
                                            + " `Retry-After` says when to try again",
                                    content =
                                            @Content(
                                                    mediaType = "application/problem+json",
                                                    schema = @Schema(implementation = ProblemSchema.class)))
                        }))
@SecurityScheme(
        securitySchemeName = "bearer",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        bearerFormat = "JWT",
        description = "An access token of the OpenID Connect provider with the audience `stoa-api`")
@ApplicationPath("/api/identity/v1")
public class IdentityApi extends Application {}
