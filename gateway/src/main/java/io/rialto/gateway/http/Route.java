package io.rialto.gateway.http;

import io.rialto.gateway.access.Scope;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * One line of the route table.
 *
 * @param path with {@code {parts}}
 * @param scope what the key must have; empty for a route that is open to all
 * @param kind decides whether feeds are awaited before the handler runs
 * @param parameters query parameters that it knows; any other is refused
 */
public record Route(
        String method, String path, Optional<Scope> scope, Kind kind, List<String> parameters, Handler handler) {

    /** What a route does to the venue. */
    public enum Kind {
        /** Says something about the process. */
        STATUS,
        /** Asks one query; the feeds are awaited first. */
        READ,
        /** Sends a command. */
        WRITE
    }

    /** Checks the shape, sends one command or asks one query, answers. */
    public interface Handler {
        CompletionStage<Answer> answer(Call call);
    }
}
