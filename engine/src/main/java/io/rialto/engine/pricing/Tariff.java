package io.rialto.engine.pricing;

/**
 * By which rates each account pays in one market.
 *
 * <p>Rates in parts per 10^7, money in minor units of the quote asset. Threading: the core's thread only.
 */
public interface Tariff {
    int makerRate(int account);

    int takerRate(int account);

    /** For each lot, beside the rate. */
    long feePerLot(int account);

    /** A fill of the order is charged; whether that begins a new rate segment of it. */
    boolean beginsSegment(int slot, long order, int account);

    /** An account has traded for so much with somebody else. */
    void traded(int account, long valueMinor);

    /** The day, in UTC from 1970, that the account's trades count to now. */
    long day(int account);

    /** A trade of an earlier time of the day, or of an earlier day, in UTC from 1970, is taken back. */
    void busted(int account, long valueMinor, long day);

    /** The schedule that the account pays by; 0 for the market's own rates. */
    int schedule(int account);

    /** Of that schedule; 0 without one. */
    int version(int account);

    /** Counted from 1; 0 without a schedule. */
    int tier(int account);

    /** What the tier is by; 0 without a schedule. */
    long volumeMinor(int account);
}
