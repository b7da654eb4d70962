package io.rialto.engine.simulation;

import io.rialto.engine.reference.Command;
import io.rialto.engine.reference.Command.NewOrder;
import java.util.ArrayList;
import java.util.List;

/** A few commands at exact times whose point is one exact number, in the first instrument of a flow. */
final class Scene {
    static final int FIRST_ACCOUNT = 100;
    static final int INSTRUMENT = 1;
    static final int LIMIT = 1, MARKET = 2;
    static final int GTC = 1, IOC = 2, FOK = 3, GOOD_FOR_AUCTION = 8;
    static final int CONTINUOUS = 0, CALL = 2, CLOSED = 7;
    private static final int EVERY_SIDE = 255;
    private static final int NO_PREVENTION = 1;

    final Dice dice;
    final Market market;
    final int accounts;
    final long ticks;
    final long lots;
    final int first;
    final int second;
    private final List<Step> steps = new ArrayList<>();
    private int tag;
    private long timeNanos;

    Scene(Dice dice, Market market, int accounts, int firstTag, long fromNanos) {
        this.dice = dice;
        this.market = market;
        this.accounts = accounts;
        ticks = Math.max(4, market.centreTicks());
        lots = market.terms().minLots();
        tag = firstTag;
        timeNanos = fromNanos;
        first = FIRST_ACCOUNT + dice.below(accounts);
        second = FIRST_ACCOUNT + (first - FIRST_ACCOUNT + 1) % accounts;
    }

    List<Step> steps() {
        return steps;
    }

    int nextTag() {
        return tag;
    }

    /** When the latest command came. */
    long nowNanos() {
        return timeNanos;
    }

    long latest() {
        return Step.madeBy(tag - 1);
    }

    /** An instrument without orders; mostly one that trades, among those who can pay. */
    void opened() {
        for (int i = 0; i < accounts; i++) {
            add(new Command.CancelAll(FIRST_ACCOUNT + i, INSTRUMENT, EVERY_SIDE));
        }
        if (dice.chance(70)) phase(CONTINUOUS);
        if (dice.chance(70)) {
            for (int account : List.of(first, second)) {
                paid(account, market.terms().baseAsset(), market.lotBase());
                paid(account, market.terms().quoteAsset(), market.lotQuote());
            }
        }
    }

    private void paid(int account, int asset, double lot) {
        long amountMinor = 1 + (long) Math.min(20 * lot * lots, 1e15);
        add(new Command.BeginTransfer(Command.Begin.DEPOSIT, account, asset, amountMinor));
    }

    void phase(int phase) {
        add(new Command.ChangePhase(INSTRUMENT, phase, 0));
    }

    void set(int parameter, long value) {
        add(new Command.ChangeInstrument(INSTRUMENT, parameter, value));
    }

    void order(int account, boolean buys, long priceTicks, long quantityLots, int timeInForce) {
        add(limit(account, buys, priceTicks, quantityLots, timeInForce));
    }

    static NewOrder limit(int account, boolean buys, long priceTicks, long quantityLots, int timeInForce) {
        return order(account, buys, priceTicks, quantityLots, LIMIT, timeInForce);
    }

    static NewOrder order(int account, boolean buys, long priceTicks, long lots, int type, int timeInForce) {
        return order(account, buys, priceTicks, lots, type, timeInForce, NO_PREVENTION);
    }

    static NewOrder order(int account, boolean buys, long ticks, long lots, int type, int timeInForce, int prevention) {
        int side = buys ? 1 : 2;
        return new NewOrder(account, INSTRUMENT, ticks, lots, 0, side, type, timeInForce, 0, prevention, "");
    }

    void add(Command command) {
        add(command, 1);
    }

    void add(Command command, long afterNanos) {
        timeNanos += afterNanos;
        steps.add(new Step(tag++, command, null, timeNanos));
    }
}
