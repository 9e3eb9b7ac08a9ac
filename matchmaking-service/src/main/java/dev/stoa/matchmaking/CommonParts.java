package dev.stoa.matchmaking;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** The parts of the OpenAPI document that {@link Conventions} refers to, by the names of headers where they are headers. */
final class CommonParts {

    static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    static final String REPLAYED = "Idempotent-Replayed";
    static final String RATE_LIMIT = "RateLimit";
    static final String RATE_LIMIT_POLICY = "RateLimit-Policy";
    static final String TOO_MANY = "TooMany";
    static final String KEY_REUSED = "KeyReused";
    static final String IN_FLIGHT = "InFlight";

    private CommonParts() {}

    static void addTo(Components components) {
        components
                .addParameter(IDEMPOTENCY_KEY, idempotencyKey())
                .addHeader(REPLAYED, header("`true` when this is what an equal POST before was answered.", "true"))
                .addHeader(
                        RATE_LIMIT_POLICY,
                        header(
                                "How many requests there are at once (`q`), and in how many seconds all of them come back (`w`).",
                                "\"default\";q=1000;w=10"))
                .addHeader(
                        RATE_LIMIT,
                        header(
                                "How many requests are left (`r`), and in how many seconds all of them are there again (`t`).",
                                "\"default\";r=950;t=1"))
                .addResponse(
                        TOO_MANY,
                        problem("`/problems/quota-exceeded`: the caller has asked too often.")
                                .addHeader(
                                        RATE_LIMIT_POLICY,
                                        OASFactory.createHeader().ref(RATE_LIMIT_POLICY))
                                .addHeader(RATE_LIMIT, OASFactory.createHeader().ref(RATE_LIMIT))
                                .addHeader("Retry-After", retryAfter()))
                .addResponse(
                        KEY_REUSED,
                        problem("`/problems/idempotency-key-reused`: the Idempotency-Key came with another path or body"
                                + " before."))
                .addResponse(
                        IN_FLIGHT,
                        problem(
                                        "`/problems/request-in-flight`: a POST with the same Idempotency-Key is still being done.")
                                .addHeader("Retry-After", retryAfter()));
    }

    private static Parameter idempotencyKey() {
        return OASFactory.createParameter()
                .name(IDEMPOTENCY_KEY)
                .in(Parameter.In.HEADER)
                .description(
                        "Names this request, in 1 to 255 visible ASCII characters. For 24 hours the same key with the"
                                + " same path and body is answered as the first time, and nothing is done twice; answers 400, 401,"
                                + " 403, 412, 429, 5xx and those with `Retry-After` are not remembered.")
                .schema(text().minLength(1))
                .example("8e03978e-40d5-43e8-bc93-6894a57f9324");
    }

    private static Header header(String description, String example) {
        return OASFactory.createHeader().description(description).schema(text()).example(example);
    }

    private static Header retryAfter() {
        return OASFactory.createHeader()
                .description("Seconds to wait before the next try.")
                .schema(OASFactory.createSchema().type(List.of(SchemaType.INTEGER)));
    }

    private static APIResponse problem(String description) {
        return OASFactory.createAPIResponse()
                .description(description)
                .content(OASFactory.createContent()
                        .addMediaType(
                                "application/problem+json",
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref("Problem"))));
    }

    private static Schema text() {
        return OASFactory.createSchema().type(List.of(SchemaType.STRING));
    }
}
