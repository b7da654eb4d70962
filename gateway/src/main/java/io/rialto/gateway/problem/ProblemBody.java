package io.rialto.gateway.problem;

import com.fasterxml.jackson.annotation.JsonInclude;

/** The body of {@code application/problem+json} (RFC 9457), in its order on the wire. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProblemBody(
        String type,
        String title,
        int status,
        String detail,
        ProblemCode code,
        String field,
        Long sequence,
        Long retryAfterMillis,
        String correlationId) {

    public static final String CONTENT_TYPE = "application/problem+json";

    public static ProblemBody of(Problem problem, String correlationId) {
        return new ProblemBody(
                problem.code().type(),
                problem.code().title(),
                problem.status(),
                problem.getMessage(),
                problem.code(),
                problem.field().orElse(null),
                problem.sequence() == 0 ? null : problem.sequence(),
                problem.retryAfterMillis() == 0 ? null : problem.retryAfterMillis(),
                correlationId);
    }
}
