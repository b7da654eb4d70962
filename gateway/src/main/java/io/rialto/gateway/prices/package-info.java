/** What was traded, and at which prices: candles, days, volumes, best prices, books order by order. */
package io.rialto.gateway.prices;
