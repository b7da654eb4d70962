/** What stands out in history: restarts, phases, auctions, halts, kills. */
package io.rialto.feeds.marks;
