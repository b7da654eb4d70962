package io.rialto.gateway.openapi;

import io.rialto.gateway.form.Json;
import io.rialto.gateway.http.Answer;
import io.rialto.gateway.http.Route;
import io.rialto.gateway.http.RouteGroup;
import io.rialto.gateway.http.Routes;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The document, and two pages that show it. All of it comes from this venue: no page asks another host for anything, and no
 * script stands in a page.
 */
public final class DocumentRoutes implements RouteGroup {
    private static final String HTML = "text/html; charset=utf-8";
    private static final String SCRIPT = "text/javascript; charset=utf-8";
    private static final String STYLE = "text/css; charset=utf-8";
    private static final String SWAGGER = "/META-INF/resources/webjars/swagger-ui/5.20.0/";
    private static final String REDOC = "/META-INF/resources/webjars/redoc/2.1.4/bundles/";
    private static final String PAGES = "/pages/";

    /** Both viewers put styles into the page while they run, and small pictures into the styles; nothing else is let in. */
    private static final String POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
            + " worker-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private static final Map<String, Asset> ASSETS = Map.of(
            "swagger-ui.css", new Asset(SWAGGER + "swagger-ui.css", STYLE),
            "swagger-ui-bundle.js", new Asset(SWAGGER + "swagger-ui-bundle.js", SCRIPT),
            "swagger-start.js", new Asset(PAGES + "swagger-start.js", SCRIPT),
            "redoc.standalone.js", new Asset(REDOC + "redoc.standalone.js", SCRIPT),
            "redoc-start.js", new Asset(PAGES + "redoc-start.js", SCRIPT));

    /** ReDoc's own picture from its makers' host: no page of a venue asks anybody else, so nothing stands there. */
    private static final String STRANGE_PICTURE = "https://cdn.redoc.ly/redoc/logo-mini.svg";

    private static final String NO_PICTURE = "data:image/gif;base64,R0lGODlhAQABAAAAACw=";

    private final Supplier<List<Route>> table;
    private volatile Optional<String> document = Optional.empty();

    private record Asset(String resource, String type) {}

    /** @param table asked when the document is, so that it has every route */
    public DocumentRoutes(Supplier<List<Route>> table) {
        this.table = table;
    }

    @Override
    public void addTo(Routes routes) {
        routes.status("/openapi.json", call -> new Answer(200, document(), "application/json", Map.of()))
                .says("This document");
        routes.status("/asyncapi.json", call -> Answer.ok(AsyncApi.of(table.get())))
                .says("The document of the socket, AsyncAPI 3.0");
        routes.status("/docs", call -> page("swagger.html"))
                .says("This document, to try out (Swagger UI)")
                .answersText("text/html");
        routes.status("/redoc", call -> page("redoc.html"))
                .says("This document, to read (ReDoc)")
                .answersText("text/html");
        routes.status("/docs/{asset}", call -> asset(call.part("asset")))
                .says("What those pages are made of")
                .answersText("*/*");
    }

    private String document() {
        if (document.isEmpty()) {
            document = Optional.of(new String(Json.bytes(OpenApi.of(table.get())), StandardCharsets.UTF_8));
        }
        return document.get();
    }

    private static Answer page(String name) {
        return new Answer(200, read(PAGES + name), HTML, Map.of("Content-Security-Policy", POLICY));
    }

    private static Answer asset(String name) {
        Asset asset = ASSETS.get(name);
        if (asset == null) throw Problem.of(ProblemCode.NOT_FOUND, ProblemCode.NOT_FOUND.title());
        String text = read(asset.resource).replace(STRANGE_PICTURE, NO_PICTURE);
        return new Answer(200, text, asset.type, Map.of("Cache-Control", "max-age=86400"));
    }

    private static String read(String resource) {
        try (InputStream found = DocumentRoutes.class.getResourceAsStream(resource)) {
            if (found == null) throw new IllegalStateException("a page must be on the class path: " + resource);
            return new String(found.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("a page cannot be read: " + resource, e);
        }
    }
}
