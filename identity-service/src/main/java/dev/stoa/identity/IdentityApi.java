package dev.stoa.identity;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
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
            @Tag(name = "Fields", description = "The fields of expertise, ISCED-F 2013")
        })
@SecurityScheme(
        securitySchemeName = "bearer",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        bearerFormat = "JWT",
        description = "An access token of the OpenID Connect provider with the audience `stoa-api`")
@ApplicationPath("/api/identity/v1")
public class IdentityApi extends Application {}
