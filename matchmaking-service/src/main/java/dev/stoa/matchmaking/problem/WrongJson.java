package dev.stoa.matchmaking.problem;

import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.annotation.Priority;
import jakarta.ws.rs.ext.Provider;
import java.util.stream.Collectors;

/** JSON of another shape than expected. It comes before the framework's own mapper, which answers with no problem. */
@Provider
@Priority(1)
public final class WrongJson extends ExceptionMapperBase<MismatchedInputException> {

    @Override
    protected HttpProblem toProblem(MismatchedInputException exception) {
        String field = exception.getPath().stream().map(WrongJson::name).collect(Collectors.joining("."));
        return Problems.invalid(field, "is of another type than the OpenAPI document says");
    }

    private static String name(Reference step) {
        return step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName();
    }
}
