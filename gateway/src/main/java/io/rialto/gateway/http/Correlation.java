package io.rialto.gateway.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import java.util.regex.Pattern;

/** The id by which a request is found again in logs and history: the client's when it is a UUID, else a new one. */
final class Correlation {
    static final String HEADER = "X-Correlation-Id";

    private static final String OTHER_HEADER = "X-Request-Id";
    private static final String ATTRIBUTE = "rialto.correlation";
    private static final Pattern FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private Correlation() {}

    /** The same for the whole life of a request. */
    static UUID of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof UUID known) return known;
        UUID id = chosen(request.getHeader(HEADER), request.getHeader(OTHER_HEADER));
        request.setAttribute(ATTRIBUTE, id);
        return id;
    }

    static UUID chosen(String header, String otherHeader) {
        if (header != null && FORM.matcher(header).matches()) return UUID.fromString(header);
        if (otherHeader != null && FORM.matcher(otherHeader).matches()) return UUID.fromString(otherHeader);
        return UUID.randomUUID();
    }
}
