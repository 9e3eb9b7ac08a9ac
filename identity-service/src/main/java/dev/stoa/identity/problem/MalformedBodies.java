package dev.stoa.identity.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.Response;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers bodies that are no JSON, or JSON of another shape, without quoting the parser. */
final class MalformedBodies {

    private static final int BEFORE_ALL_OTHERS = Priorities.USER - 2;

    /** Quarkus maps this kind by itself, so it has to be named apart from its parent. */
    @ServerExceptionMapper(value = MismatchedInputException.class, priority = BEFORE_ALL_OTHERS)
    public Response mismatched(MismatchedInputException mistake) {
        return answer(mistake);
    }

    @ServerExceptionMapper(value = JsonProcessingException.class, priority = BEFORE_ALL_OTHERS)
    public Response malformed(JsonProcessingException mistake) {
        return answer(mistake);
    }

    private static Response answer(JsonProcessingException mistake) {
        var problem = Problem.MALFORMED_BODY.asBuilder();
        if (mistake instanceof JsonMappingException mapping
                && !mapping.getPath().isEmpty()) {
            problem.with("field", pathOf(mapping));
        }
        return ExceptionMapperBase.postProcessorsRegistry
                .applyPostProcessing(problem.build(), ProblemContext.of(mistake, (String) null))
                .toResponse();
    }

    private static String pathOf(JsonMappingException mistake) {
        return mistake.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining())
                .substring(1);
    }
}
