package io.rialto.feeds.fees;

/** @param fromMinor the volume from which it is asked. Rates in parts per 10^7 */
public record FeeTier(long fromMinor, int makerRate, int takerRate) {}
