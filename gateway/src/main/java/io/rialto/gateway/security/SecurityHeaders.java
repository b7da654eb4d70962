package io.rialto.gateway.security;

import io.rialto.gateway.settings.VenueConfig;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jetty.http.HttpFields;

/**
 * The headers by which an answer, whatever it is, tells a browser what not to do with it.
 *
 * <p>Immutable. As the OWASP secure headers project has them; {@code X-XSS-Protection} is switched off, since the filter
 * that it once asked for could be abused.
 */
public final class SecurityHeaders {
    private static final String STRICT =
            "default-src 'self'; object-src 'none'; base-uri 'none';" + " form-action 'self'; frame-ancestors 'none'";
    private static final String RELAXED = STRICT
            + "; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self' http://localhost:* ws://localhost:*";
    private static final String ONE_YEAR = "max-age=31536000; includeSubDomains";

    private final Map<String, String> headers = new LinkedHashMap<>();

    private SecurityHeaders(VenueConfig.Preset preset) {
        boolean isProduction = preset == VenueConfig.Preset.PRODUCTION;
        headers.put("Content-Security-Policy", isProduction ? STRICT : RELAXED);
        headers.put("X-Frame-Options", "DENY");
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Referrer-Policy", "no-referrer");
        headers.put("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
        headers.put("Cross-Origin-Opener-Policy", "same-origin");
        headers.put("X-XSS-Protection", "0");
        if (isProduction) headers.put("Strict-Transport-Security", ONE_YEAR);
    }

    public static SecurityHeaders of(VenueConfig.Preset preset) {
        return new SecurityHeaders(preset);
    }

    public void putOn(HttpFields.Mutable answer) {
        headers.forEach(answer::put);
    }
}
