package io.rialto.feeds.protection;

import io.rialto.protocol.AccountLimit;

/**
 * What is asked of one account's orders beyond anybody's.
 *
 * @param instrument 0: over all instruments
 * @param value in the limit's unit
 * @param sequence of the frame that set it
 */
public record Limit(int account, int instrument, AccountLimit limit, long value, long sequence) {}
