package dev.stoa.matchmaking;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Objects;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * Says in the OpenAPI document what filters do with every operation that needs a token, and with every POST, so that no endpoint has
 * to repeat it.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class Conventions implements OASFilter {

    private static final String BEING_DONE =
            "; `/problems/request-in-flight`: a POST with the same Idempotency-Key is still being done.";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Components components = document.getComponents();
        CommonParts.addTo(components);
        document.getPaths()
                .getPathItems()
                .values()
                .forEach(path -> path.getOperations().forEach((method, operation) -> {
                    if (needsToken(operation)) {
                        limited(operation, components);
                    }
                    if (method == HttpMethod.POST) {
                        repeatable(operation, components);
                    }
                }));
    }

    private static boolean needsToken(Operation operation) {
        return operation.getResponses().hasAPIResponse("401");
    }

    private static void limited(Operation operation, Components components) {
        APIResponses responses = operation.getResponses();
        addIfMissing(responses, "403", "Forbidden");
        addIfMissing(responses, "429", CommonParts.TOO_MANY);
        addHeader(responses, components, CommonParts.RATE_LIMIT_POLICY);
        addHeader(responses, components, CommonParts.RATE_LIMIT);
    }

    private static void repeatable(Operation operation, Components components) {
        operation.addParameter(OASFactory.createParameter().ref(CommonParts.IDEMPOTENCY_KEY));
        APIResponses responses = operation.getResponses();
        addIfMissing(responses, "400", "Invalid");
        addIfMissing(responses, "422", CommonParts.KEY_REUSED);
        addHeader(responses, components, CommonParts.REPLAYED);
        APIResponse conflict = responses.getAPIResponse("409");
        if (conflict == null) {
            addIfMissing(responses, "409", CommonParts.IN_FLIGHT);
            return;
        }
        APIResponse said = followed(conflict, components);
        String description = said.getDescription();
        if (!description.endsWith(BEING_DONE)) {
            said.setDescription(description.replaceFirst("\\.$", "") + BEING_DONE);
        }
    }

    private static void addIfMissing(APIResponses responses, String status, String name) {
        if (!responses.hasAPIResponse(status)) {
            responses.addAPIResponse(status, OASFactory.createAPIResponse().ref(name));
        }
    }

    /** To the answers of success; those of failure have it too, which nobody has to know. */
    private static void addHeader(APIResponses responses, Components components, String name) {
        responses.getAPIResponses().forEach((status, response) -> {
            if (status.startsWith("2")) {
                followed(response, components)
                        .addHeader(name, OASFactory.createHeader().ref(name));
            }
        });
    }

    private static APIResponse followed(APIResponse response, Components components) {
        String reference = response.getRef();
        if (reference == null) {
            return response;
        }
        String name = reference.substring(reference.lastIndexOf('/') + 1);
        return Objects.requireNonNull(components.getResponses().get(name), reference);
    }
}
