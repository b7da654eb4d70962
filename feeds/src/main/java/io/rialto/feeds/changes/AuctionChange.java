package io.rialto.feeds.changes;

import io.rialto.feeds.auctions.Auction;

/** An instrument's auction as a frame left it. */
public record AuctionChange(int instrument, Auction auction) {}
