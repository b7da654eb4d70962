package io.rialto.feeds.listing;

/**
 * Something that accounts hold and trade.
 *
 * @param scale decimal places of its smallest unit, 0..18
 * @param sequence of the frame that listed it
 */
public record Asset(int number, String code, int scale, long sequence) {}
