/** What positions and open orders in contracts require, by the rules of the venue. */
package io.rialto.feeds.requirement;
