package dev.stoa.matchmaking.problem;

import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.annotation.Priority;
import jakarta.ws.rs.ext.Provider;
import java.util.stream.Collectors;

/** JSON of another shape than expected. Both come before the framework's own mappers, which name no field. */
final class WrongJson {

    private WrongJson() {}

    /** A value of another kind, such as an object where a string is expected. */
    @Provider
    @Priority(1)
    public static final class Shape extends ExceptionMapperBase<MismatchedInputException> {

        @Override
        protected HttpProblem toProblem(MismatchedInputException exception) {
            return problem(exception);
        }
    }

    /** A value that can't be read as what is expected, such as a word where a number is. */
    @Provider
    @Priority(1)
    public static final class Format extends ExceptionMapperBase<InvalidFormatException> {

        @Override
        protected HttpProblem toProblem(InvalidFormatException exception) {
            return problem(exception);
        }
    }

    private static HttpProblem problem(MismatchedInputException exception) {
        String field = exception.getPath().stream().map(WrongJson::name).collect(Collectors.joining("."));
        return Problems.invalid(field, "is of another type than the OpenAPI document says");
    }

    private static String name(Reference step) {
        return step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName();
    }
}
