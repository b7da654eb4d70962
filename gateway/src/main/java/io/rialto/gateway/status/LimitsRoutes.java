package io.rialto.gateway.status;

import io.rialto.gateway.http.Answer;
import io.rialto.gateway.http.RouteGroup;
import io.rialto.gateway.http.Routes;
import io.rialto.gateway.settings.VenueConfig;

/** The limits in force, so that a client need not find them by running into them. */
public final class LimitsRoutes implements RouteGroup {
    private final Limits limits;

    /** Sizes in bytes or characters, times in milliseconds. */
    public record Limits(
            int maxBodyBytes,
            int maxHeaderBytes,
            int maxJsonDepth,
            int maxPageItems,
            int maxBookLevels,
            int maxClientOrderIdLength,
            int maxIdempotencyKeyLength,
            int windowMillis,
            int widestWindowMillis,
            int answerTimeoutMillis) {}

    public LimitsRoutes(VenueConfig.Http http, VenueConfig.Access access) {
        limits = new Limits(
                http.maxBodyBytes(),
                http.maxHeaderBytes(),
                8,
                1_000,
                1_000,
                36,
                128,
                access.windowMillis(),
                access.widestWindowMillis(),
                http.answerTimeoutMillis());
    }

    @Override
    public void addTo(Routes routes) {
        routes.status(Routes.API + "/limits", call -> Answer.ok(limits));
    }
}
