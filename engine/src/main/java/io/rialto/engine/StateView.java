package io.rialto.engine;

import io.rialto.protocol.InstrumentParameter;
import io.rialto.protocol.Phase;
import io.rialto.protocol.Side;

/**
 * The state as it stands after the last command, for tests and audit tools; never on the hot path.
 *
 * <p>Prices in ticks and quantities in lots of the instrument, money in the asset's smallest unit. Unknown accounts,
 * assets and instruments read as empty.
 *
 * <p>Threading: the core's thread, between two commands.
 */
public interface StateView {
    /** In place of a parameter that an instrument does not have. */
    long NO_PARAMETER = Long.MIN_VALUE;

    /** All that the account owns, held or not; below zero only for the outside world (1) and fee income (2). */
    long totalMinor(int account, int asset);

    /** What open orders and pending withdrawals hold of the total. */
    long heldMinor(int account, int asset);

    /** What the account bought less what it sold, while the instrument kept positions; 0 where it never traded. */
    long positionLots(int account, int instrument);

    /** What the position in a contract was bought or sold for in total; never below zero. */
    long costMinor(int account, int instrument);

    /** The account's margin in an asset, which losses and fees may bring below zero; also of the clearing account (3). */
    long marginMinor(int account, int asset);

    /** Margin in an asset and what is unrealised at mark; what does not fit 63 bits is the nearest that does. */
    long equityMinor(int account, int asset);

    /** What positions and open orders in all contracts settled in an asset require. */
    long requiredMinor(int account, int asset);

    /** What an isolated position has of its own; below zero it owes. 0 of every other. */
    long positionMarginMinor(int account, int instrument);

    /** The best price of a side; 0 when nobody stands there. */
    long bestTicks(int instrument, Side side);

    /** The price of the last trade; 0 before the first. */
    long lastTradeTicks(int instrument);

    /** What the instrument does now; CONTINUOUS when it is not listed. */
    Phase phase(int instrument);

    /** A parameter as it stands now, or {@link #NO_PARAMETER}. */
    long parameter(int instrument, InstrumentParameter parameter);

    /** Levels of one side, best first, at the most so many. */
    void depth(int instrument, Side side, int levels, LevelVisitor visitor);

    /** The same as market data shows them: nothing of hidden orders, and of icebergs what is left of their peaks. */
    void displayed(int instrument, Side side, int levels, LevelVisitor visitor);

    /** All open orders of an account, in books or waiting outside of them, oldest slot first. */
    void ordersOf(int account, OwnOrderVisitor visitor);

    /** Open orders of one side, best price first and oldest first. */
    void openOrders(int instrument, Side side, OrderVisitor visitor);

    /** The best price since an open trailing stop became active; 0 before that, and for any other order. */
    long extremeTicks(long order);

    /** Whether an open order is one side of a market maker's quote. */
    boolean isQuote(long order);

    /** The number of an asset by its code; 0 when it is not listed. */
    int assetNumber(String code);

    /** The number of an instrument by its symbol; 0 when it is not listed. */
    int instrumentNumber(String symbol);

    /** Assets are 1..count. */
    int assetCount();

    /** Instruments are 1..count. */
    int instrumentCount();

    /** Accounts are 100..99+count, beside the venue's own 1 and 2. */
    int accountCount();

    /** Open orders over all instruments. */
    int openOrderCount();

    /** Trades are 1..count. */
    long tradeCount();

    /** One price level. */
    interface LevelVisitor {
        void level(long priceTicks, long lots, int orders);
    }

    /** One open order. */
    interface OrderVisitor {
        void order(long order, int account, long priceTicks, long openLots);
    }

    /** One open order of an account. */
    interface OwnOrderVisitor {
        /** @param isInBook false while it waits for its trigger, its reference or its parent */
        void order(long order, int instrument, Side side, long priceTicks, long openLots, boolean isInBook);
    }
}
