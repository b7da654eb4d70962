package io.rialto.feeds.market;

/** All resting orders at one price of one side: their open quantity together, and how many they are. */
public record Level(long priceTicks, long quantityLots, int orders) {}
