package io.rialto.feeds.past;

import io.rialto.feeds.listing.Instrument;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What one unit of an instrument was valued at by then.
 *
 * @param market its terms of then
 * @param price empty while nobody knew
 */
public record MarkThen(Instrument market, Optional<BigDecimal> price) {}
