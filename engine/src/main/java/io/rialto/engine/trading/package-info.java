/** What owners ask of the market: place an order, take it back, change it. */
package io.rialto.engine.trading;
