package io.rialto.engine.simulation;

import io.rialto.engine.reference.ClearingCommand.BustTrade;
import io.rialto.engine.reference.ClearingCommand.BuyIn;
import io.rialto.engine.reference.ClearingCommand.CorrectTrade;
import io.rialto.engine.reference.ClearingCommand.RunSettlement;
import io.rialto.engine.reference.ClearingCommand.SetSettlementTerms;
import io.rialto.engine.reference.Command;
import io.rialto.engine.reference.Command.NewOrder;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.function.LongConsumer;

/**
 * Somebody sells what he then gives away, in one market without other orders, and the days roll: he fails, in whole or in
 * part, once or often, until he is bought in or has it again; some of the trades are taken back on the way.
 */
final class FailScene {
    private static final int FIRST_ACCOUNT = 100;
    private static final long DAY_NANOS = 86_400_000_000_000L;
    private static final int IMMEDIATE = 2;
    private static final int NO_PREVENTION = 1;
    private static final int WITHDRAWALS = 2;

    private final Dice dice;
    private final int instrument;
    private final Market market;
    private final int accounts;
    private final Consumer<Command> steps;
    private final LongConsumer clock;
    private final IntSupplier today;
    private final int seller;
    private final int buyer;
    private final int other;
    private final long ticks;
    private final long unit;

    FailScene(
            Dice dice,
            List<Market> markets,
            int accounts,
            Consumer<Command> steps,
            LongConsumer clock,
            IntSupplier today) {
        this.dice = dice;
        this.accounts = accounts;
        this.steps = steps;
        this.clock = clock;
        this.today = today;
        instrument = 1 + dice.below(markets.size());
        market = markets.get(instrument - 1);
        int first = dice.below(accounts);
        seller = FIRST_ACCOUNT + first;
        buyer = FIRST_ACCOUNT + (first + 1) % accounts;
        other = FIRST_ACCOUNT + (first + 2) % accounts;
        ticks = Math.max(3, market.centreTicks());
        unit = market.terms().minLots();
    }

    void play() {
        for (int i = 0; i < accounts; i++) add(new Command.CancelAll(FIRST_ACCOUNT + i, instrument, 255));
        int isFree = dice.chance(85) ? 1 : 0;
        add(new SetSettlementTerms(instrument, DAY_NANOS, 1, isFree, (int) dice.oneOf(1, 1, 2)));
        long lots = unit * dice.between(1, 5);
        long base = (long) Math.min(market.lotBase() * (lots + unit * dice.below(3)), 1e16);
        long quote = (long) Math.min(market.lotQuote() * lots * 3, 1e16) + 1_000;
        deposit(seller, market.terms().baseAsset(), base + dice.below(2));
        deposit(buyer, market.terms().quoteAsset(), quote);
        deposit(seller, market.terms().quoteAsset(), quote);
        deposit(other, market.terms().baseAsset(), base);
        deposit(other, market.terms().quoteAsset(), quote);
        trade(seller, buyer, lots, ticks);
        if (dice.chance(60)) trade(seller, other, unit * dice.between(1, 2), ticks);
        if (dice.chance(40)) trade(dice.chance(50) ? other : seller, buyer, unit, ticks + 1);
        if (dice.chance(30)) trade(buyer, dice.chance(50) ? other : seller, unit, ticks - 1);
        if (dice.chance(25)) takeBack(0);
        if (isFree == 1) withdraw(base);
        if (dice.chance(25)) takeBack(0);
        cycles(base);
    }

    private void cycles(long base) {
        for (int i = 1 + dice.below(4); i > 0; i--) {
            clock.accept(dice.oneOf(1, 1, 1, 2, 3) * DAY_NANOS);
            add(new RunSettlement(today.getAsInt()));
            if (dice.chance(70)) add(new BuyIn(instrument, seller, dice.chance(50) ? buyer : other, price()));
            if (dice.chance(25)) deposit(seller, market.terms().baseAsset(), Math.max(1, base / 2));
            if (dice.chance(25)) trade(dice.chance(50) ? other : seller, buyer, unit, ticks);
            if (dice.chance(20)) takeBack(1);
        }
    }

    private long price() {
        return dice.chance(50) ? 0 : ticks + dice.between(-1, 1);
    }

    private void takeBack(int isSettled) {
        long trade = -1 - dice.below(2);
        if (isSettled == 0 && dice.chance(40))
            add(new CorrectTrade(trade, ticks + dice.between(-2, 2), dice.between(1, 2 * unit)));
        else add(new BustTrade(trade, isSettled));
    }

    private void trade(int from, int to, long lots, long at) {
        add(order(from, false, lots, at, 1));
        add(order(to, true, lots, at, IMMEDIATE));
    }

    private NewOrder order(int account, boolean buys, long lots, long at, int timeInForce) {
        return new NewOrder(account, instrument, at, lots, 0, buys ? 1 : 2, 1, timeInForce, 0, NO_PREVENTION, "");
    }

    private void deposit(int account, int asset, long amount) {
        add(new Command.BeginTransfer(Command.Begin.DEPOSIT, account, asset, Math.max(1, amount)));
    }

    /** It never comes to its end, which is as good as gone. */
    private void withdraw(long base) {
        long amount = dice.chance(50) ? base : dice.between(1, Math.max(1, base));
        for (int i = 0; i < WITHDRAWALS; i++) {
            int asset = market.terms().baseAsset();
            add(new Command.BeginTransfer(Command.Begin.BEGIN_WITHDRAWAL, seller, asset, Math.max(1, amount >> i)));
        }
    }

    private void add(Command command) {
        steps.accept(command);
    }
}
