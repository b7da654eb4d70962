/** Public market data: price levels and the tape of trades, without owners or orders. */
package io.rialto.feeds.market;
