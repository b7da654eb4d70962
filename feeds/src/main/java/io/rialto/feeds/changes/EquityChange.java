package io.rialto.feeds.changes;

import io.rialto.feeds.portfolio.EquityPoint;

/** A point that came onto an account's curve. */
public record EquityChange(int account, EquityPoint point) {}
