package io.rialto.feeds.listing;

import io.rialto.protocol.SelfTradePrevention;

/**
 * A holder of balances and orders; names and people stay outside of history.
 *
 * @param firm 0 is no firm
 * @param tradeGroup accounts of one beneficial owner
 * @param selfTradePrevention what its orders without a mode of their own use
 * @param sequence of the frame that opened it
 */
public record Account(int number, int firm, int tradeGroup, SelfTradePrevention selfTradePrevention, long sequence) {}
