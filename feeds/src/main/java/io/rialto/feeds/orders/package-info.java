/** Orders as their owners see them: terms, progress, end, and the fills behind them. */
package io.rialto.feeds.orders;
