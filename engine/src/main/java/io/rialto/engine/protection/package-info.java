/** What stands between a market and an order that cannot be meant: bands, limits, rates, repetitions. */
package io.rialto.engine.protection;
