package io.rialto.bench.traders;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.SplittableRandom;

/** Stands on both sides of a market at some distance from where he believes the price to be, and moves with it. */
final class Maker implements Participant {
    private final Desk desk;
    private final Walk walk;
    private final SplittableRandom dice;
    private final int nearest;
    private final int farthest;
    private final int ordersOfSide;
    private final Deque<String> bids = new ArrayDeque<>();
    private final Deque<String> asks = new ArrayDeque<>();
    private boolean bidsNext;

    /** @param nearest how many ticks from the price he stands at the least, and {@code farthest} at the most */
    Maker(Desk desk, Walk walk, SplittableRandom dice, int nearest, int farthest, int ordersOfSide) {
        this.desk = desk;
        this.walk = walk;
        this.dice = dice;
        this.nearest = nearest;
        this.farthest = farthest;
        this.ordersOfSide = ordersOfSide;
    }

    /** The oldest order of a side makes room for a new one. */
    @Override
    public void act() throws IOException {
        bidsNext = !bidsNext;
        Deque<String> side = bidsNext ? bids : asks;
        side.removeIf(order -> !desk.isOpen(order));
        if (side.size() >= ordersOfSide) desk.cancel(side.removeFirst());
        int away = dice.nextInt(nearest, dice.nextInt(3) == 0 ? farthest : nearest + (farthest - nearest) / 4 + 1);
        long ticks = walk.ticks() + (bidsNext ? -away : away);
        long usual = walk.market().usualLots();
        long lots = usual / 2 + dice.nextInt((int) usual * 2);
        Optional<String> made = desk.rest(walk.market(), bidsNext, ticks, lots);
        made.ifPresent(side::addLast);
    }
}
