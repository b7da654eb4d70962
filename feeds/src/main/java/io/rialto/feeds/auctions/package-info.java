/** What auctions collect, would do and have done. */
package io.rialto.feeds.auctions;
