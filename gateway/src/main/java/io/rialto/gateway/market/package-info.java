/** What is traded here and at which prices: reference data, books, tape, tickers. */
package io.rialto.gateway.market;
