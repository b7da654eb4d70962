/** What there is to subscribe to: each market's book, trades, auction and status, each account's orders, fills and balances. */
package io.rialto.gateway.channels;
