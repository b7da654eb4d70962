/** What was traded in the last 24 hours, exactly: a trade counts until the moment at which it is a day old. */
package io.rialto.feeds.tickers;
