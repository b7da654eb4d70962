package io.rialto.gateway.terminal;

import io.rialto.gateway.http.Answer;
import io.rialto.gateway.http.Call;
import io.rialto.gateway.http.RouteGroup;
import io.rialto.gateway.http.Routes;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The terminal: one page at two addresses, and the files that it is made of. Where it is in the page stands behind the
 * {@code #} of the address, so each view can be linked and the venue knows one page only. A venue that was built without Node has a page
 * that says how to add them.
 *
 * <p>Thread-safe. Files are read from the class path once.
 */
public final class TerminalRoutes implements RouteGroup {
    /** Where the build puts them. */
    public static final String BUILT = "/terminal/";

    private static final String PAGE = "index.html";
    private static final String MISSING = "/pages/terminal-missing.html";
    private static final Pattern NAME = Pattern.compile("[\\w.-]{1,100}");

    /** Nothing from outside, no script or style in the page itself, whatever the venue's preset. */
    private static final Map<String, String> POLICY = Map.of(
            "Content-Security-Policy",
            "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'none';"
                    + " frame-ancestors 'none'");

    private final Map<String, PageFile> files = new ConcurrentHashMap<>();
    private final String folder;

    /** @param folder on the class path, with a slash at its end */
    public TerminalRoutes(String folder) {
        this.folder = folder;
    }

    @Override
    public void addTo(Routes routes) {
        routes.status("/", this::page).says("The terminal").answersText("text/html");
        routes.status("/terminal", this::page).says("The terminal").answersText("text/html");
        routes.status("/terminal/assets/{asset}", this::asset)
                .says("What the terminal is made of")
                .answersText("*/*");
    }

    private Answer page(Call call) {
        return file(PAGE)
                .or(() -> read(MISSING).flatMap(content -> PageFile.of(PAGE, content)))
                .map(page -> page.answer(200, takesPacked(call), POLICY))
                .orElseThrow(() -> new IllegalStateException("a page must be on the class path: " + MISSING));
    }

    private Answer asset(Call call) {
        String name = call.part("asset");
        if (!NAME.matcher(name).matches()) throw missing();
        return file("assets/" + name)
                .map(file -> file.answer(200, takesPacked(call), Map.of()))
                .orElseThrow(TerminalRoutes::missing);
    }

    private Optional<PageFile> file(String name) {
        PageFile known = files.get(name);
        if (known != null) return Optional.of(known);
        Optional<PageFile> found = read(folder + name).flatMap(content -> PageFile.of(name, content));
        found.ifPresent(file -> files.put(name, file));
        return found;
    }

    private static Optional<byte[]> read(String resource) {
        try (InputStream found = TerminalRoutes.class.getResourceAsStream(resource)) {
            return found == null ? Optional.empty() : Optional.of(found.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("a page cannot be read: " + resource, e);
        }
    }

    private static boolean takesPacked(Call call) {
        return call.request().headers().getOrDefault("accept-encoding", "").contains("gzip");
    }

    private static Problem missing() {
        return Problem.of(ProblemCode.NOT_FOUND, ProblemCode.NOT_FOUND.title());
    }
}
