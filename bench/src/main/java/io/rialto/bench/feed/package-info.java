/** What a program that trades follows by the venue's socket: the best prices of markets, and what becomes of its own orders. */
package io.rialto.bench.feed;
