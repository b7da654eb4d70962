package io.rialto.gateway.http;

import io.rialto.gateway.form.Json;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemBody;
import io.rialto.gateway.problem.ProblemCode;
import io.rialto.gateway.security.SecurityHeaders;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** The pages of the HTTP server itself, for requests that never reach a route: problems like all others. */
final class ErrorPages extends ErrorHandler {
    private static final List<ProblemCode> OF_HTTP = List.of(
            ProblemCode.MALFORMED_REQUEST,
            ProblemCode.NOT_FOUND,
            ProblemCode.METHOD_NOT_ALLOWED,
            ProblemCode.REQUEST_TIMEOUT,
            ProblemCode.BODY_TOO_LARGE,
            ProblemCode.URI_TOO_LONG,
            ProblemCode.UNSUPPORTED_MEDIA_TYPE,
            ProblemCode.ORIGIN_NOT_ALLOWED,
            ProblemCode.UNKNOWN_HOST,
            ProblemCode.HEADERS_TOO_LARGE,
            ProblemCode.INTERNAL_ERROR,
            ProblemCode.NOT_READY);

    private static final String TRY_AGAIN_SECONDS = "1";
    private static final Problem BUSY = Problem.retry(
            ProblemCode.BUSY, Integer.parseInt(TRY_AGAIN_SECONDS), "too much is in progress: nothing was taken");

    private final SecurityHeaders headers;

    ErrorPages(SecurityHeaders headers) {
        this.headers = headers;
    }

    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    protected void generateResponse(
            Request request, Response response, int code, String message, Throwable cause, Callback callback) {
        headers.putOn(response.getHeaders()); // what is not well-formed comes here at once
        write(problem(code), request, response, callback);
    }

    /** What was refused before it got anywhere: cheap, for there are many of them. */
    static void busy(Request request, Response response, Callback callback) {
        response.getHeaders().put(HttpHeader.RETRY_AFTER, TRY_AGAIN_SECONDS);
        write(BUSY, request, response, callback);
    }

    private static void write(Problem problem, Request request, Response response, Callback callback) {
        UUID correlation = Correlation.chosen(
                request.getHeaders().get(Correlation.HEADER),
                request.getHeaders().get("X-Request-Id"));
        response.setStatus(problem.status());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, ProblemBody.CONTENT_TYPE);
        response.getHeaders().put(Correlation.HEADER, correlation.toString());
        byte[] body = Json.bytes(ProblemBody.of(problem, correlation.toString()));
        response.write(true, ByteBuffer.wrap(body), callback);
    }

    /** A status of HTTP in the words of the closed list. */
    static Problem problem(int status) {
        for (ProblemCode code : OF_HTTP) {
            if (code.status() == status) return Problem.of(code, code.title());
        }
        boolean isOurs = status >= 500 && status != HttpStatus.HTTP_VERSION_NOT_SUPPORTED_505;
        ProblemCode code = isOurs ? ProblemCode.INTERNAL_ERROR : ProblemCode.MALFORMED_REQUEST;
        return Problem.of(code, code.title());
    }
}
