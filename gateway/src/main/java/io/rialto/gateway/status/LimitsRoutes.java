package io.rialto.gateway.status;

import io.rialto.gateway.http.Answer;
import io.rialto.gateway.http.RouteGroup;
import io.rialto.gateway.http.Routes;
import io.rialto.gateway.limits.LimitBody;
import io.rialto.gateway.settings.VenueConfig;
import java.util.function.Supplier;

/** The limits in force, so that a client need not find them by running into them. */
public final class LimitsRoutes implements RouteGroup {
    private final VenueConfig.Http http;
    private final VenueConfig.Access access;
    private final Supplier<LimitBody> requests;

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
            int answerTimeoutMillis,
            LimitBody requests) {}

    /** @param requests how much may be asked, now */
    public LimitsRoutes(VenueConfig.Http http, VenueConfig.Access access, Supplier<LimitBody> requests) {
        this.http = http;
        this.access = access;
        this.requests = requests;
    }

    @Override
    public void addTo(Routes routes) {
        routes.status(Routes.API + "/limits", call -> Answer.ok(limits()))
                .says("The limits in force")
                .answers(200, Limits.class);
    }

    private Limits limits() {
        return new Limits(
                http.maxBodyBytes(),
                http.maxHeaderBytes(),
                8,
                1_000,
                1_000,
                36,
                128,
                access.windowMillis(),
                access.widestWindowMillis(),
                http.answerTimeoutMillis(),
                requests.get());
    }
}
