package io.rialto.gateway.tracing;

import io.rialto.gateway.settings.VenueConfig;

/**
 * Tells a collector what was answered. Never waits for it: what it cannot take is lost, and trading goes on.
 *
 * <p>Thread-safe.
 */
public interface Tracing extends AutoCloseable {
    void answered(Traced request);

    /** Sends what is still to be sent, for a moment. */
    @Override
    void close();

    /** Nothing is looked at or loaded where nobody collects. */
    static Tracing open(VenueConfig.Tracing config) {
        return config.endpoint()
                .<Tracing>map(endpoint -> Spans.open(endpoint, config.sharePercent()))
                .orElse(NOBODY);
    }

    Tracing NOBODY = new Tracing() {
        @Override
        public void answered(Traced request) {}

        @Override
        public void close() {}
    };
}
