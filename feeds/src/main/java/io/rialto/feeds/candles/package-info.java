/** Candles of every interval, from the trades that stand. */
package io.rialto.feeds.candles;
