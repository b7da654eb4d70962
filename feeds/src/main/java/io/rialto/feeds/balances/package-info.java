/** What accounts own, and what is on its way in or out. */
package io.rialto.feeds.balances;
