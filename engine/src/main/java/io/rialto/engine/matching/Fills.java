package io.rialto.engine.matching;

import io.rialto.engine.book.OrderPool;
import io.rialto.engine.ledger.Balances;
import io.rialto.engine.ledger.Treasury;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.margin.Clearing;
import io.rialto.engine.margin.Margins;
import io.rialto.engine.orders.Holds;
import io.rialto.engine.orders.OpenOrders;
import io.rialto.engine.position.FillWatch;
import io.rialto.engine.position.Positions;
import io.rialto.engine.pricing.Fees;
import io.rialto.engine.pricing.Tariff;
import io.rialto.engine.settlement.Novations;
import io.rialto.engine.tape.Tape;
import io.rialto.protocol.InstrumentParameter;
import io.rialto.protocol.frame.Frame;
import java.util.Arrays;

/**
 * Settles one fill: value, fees, holds, postings, events.
 *
 * <p>For both orders {@code released = hold before - hold after - spent}, which can never be below zero.
 *
 * <p>Threading: the core's thread only. Allocates nothing.
 */
public final class Fills {
    // The parameter AUCTION_FEES; without it the older order is the maker.
    private static final long BOTH_MAKERS = 1;
    private static final long BOTH_TAKERS = 2;
    private static final long NOBODY = 3;

    private final OpenOrders orders;
    private final OrderPool pool;
    private final Balances balances;
    private final Treasury treasury;
    private final OrderEvents events;
    private final Positions positions;
    private final Clearing clearing;
    private Novations novations;
    private Tape tape;
    private long lastTrade;
    private FillWatch[] watches = {};

    // The fill at hand.
    private int rateOfMaker;
    private int rateOfTaker;
    private boolean isFree;
    private boolean makerBegins;
    private long valueMinor;
    private long baseMinor;
    private long makerFee;
    private long takerFee;
    private long makerDue;
    private long takerDue;
    private int makerPrepaid;
    private int volumeDay;

    public Fills(
            OpenOrders orders,
            Balances balances,
            Treasury treasury,
            OrderEvents events,
            Positions positions,
            Margins margins) {
        this.orders = orders;
        this.pool = orders.pool();
        this.balances = balances;
        this.treasury = treasury;
        this.events = events;
        this.positions = positions;
        this.clearing = new Clearing(balances, positions, margins);
    }

    /** Who hears of every fill from now on. */
    public void tells(FillWatch other) {
        watches = Arrays.copyOf(watches, watches.length + 1);
        watches[watches.length - 1] = other;
    }

    /** Trades so far. */
    public long lastTrade() {
        return lastTrade;
    }

    /** Of a trade that no order makes. */
    public long nextTrade() {
        return ++lastTrade;
    }

    /** Where trades of instruments with settlement terms go, and where all are kept for a while. */
    public void tells(Novations ofTrades, Tape ofAll) {
        novations = ofTrades;
        tape = ofAll;
    }

    /** An aggressor takes lots of a resting order, at that one's price. */
    void fill(Frame frame, Aggressor taker, int maker, long priceTicks, long lots) {
        rates(taker, maker);
        settle(frame, taker, maker, priceTicks, priceTicks, lots);
        leave(taker.instrument, maker, lots);
    }

    /** The same at any price within both limits, with a resting order that holds by another; answers whether it is filled. */
    public boolean fillAt(Frame frame, Aggressor taker, int maker, long priceTicks, long lots) {
        rates(taker, maker);
        settle(frame, taker, maker, priceTicks, orders.holdTicks(maker), lots);
        return leave(taker.instrument, maker, lots);
    }

    /**
     * Two open orders trade at one price, as in an uncross. Both still have all their open lots: to take them out of where
     * they stand is the caller's business.
     * @param taker who is called the taker, read from its record by {@link Aggressor#standsIn}
     */
    public void cross(Frame frame, Aggressor taker, int maker, long priceTicks, long lots) {
        ratesOfAuction(taker, maker);
        settle(frame, taker, maker, priceTicks, orders.holdTicks(maker), lots);
        pool.feePrepaid(maker, makerPrepaid);
        pool.feePrepaid(taker.slot, taker.feePrepaid);
        isFree = false;
    }

    private void rates(Aggressor taker, int maker) {
        Instrument market = taker.instrument;
        if (market.charges().hasTariff()) {
            begin(taker, maker, market.charges().tariff());
            return;
        }
        rateOfMaker = market.charges().makerRate();
        rateOfTaker = market.charges().takerRate();
    }

    /**
     * What each of them pays is a matter of the schedules, and another one begins another segment. A buyer who pays on top
     * keeps what he has prepaid: his hold counts on it.
     */
    private void begin(Aggressor taker, int maker, Tariff tariff) {
        int makerAccount = pool.account(maker);
        rateOfMaker = tariff.makerRate(makerAccount);
        rateOfTaker = tariff.takerRate(taker.account);
        boolean isNew = tariff.beginsSegment(maker, pool.orderNumber(maker), makerAccount);
        boolean isOnTop = taker.instrument.feesInQuote() && !taker.instrument.isContract();
        boolean makerForgets = taker.buys || !isOnTop;
        makerBegins = isNew && makerForgets;
        isNew = tariff.beginsSegment(taker.slot, taker.order, taker.account);
        boolean takerForgets = !taker.buys || !isOnTop;
        if (isNew && takerForgets) taker.feePrepaid = 0;
    }

    private void ratesOfAuction(Aggressor taker, int maker) {
        Instrument market = taker.instrument;
        long fees = market.parameter(InstrumentParameter.AUCTION_FEES);
        if (fees == NOBODY) {
            rateOfMaker = 0;
            rateOfTaker = 0;
            isFree = true;
            return;
        }
        rates(taker, maker);
        if (fees == BOTH_TAKERS) rateOfMaker = market.charges().takerRate(pool.account(maker));
        if (fees == BOTH_MAKERS) rateOfTaker = market.charges().makerRate(taker.account);
    }

    private boolean leave(Instrument market, int maker, long lots) {
        boolean isFilled = market.book().fill(maker, lots);
        if (isFilled) orders.end(maker);
        else pool.feePrepaid(maker, makerPrepaid);
        return isFilled;
    }

    private void settle(Frame frame, Aggressor taker, int maker, long priceTicks, long holdTicks, long lots) {
        Instrument market = taker.instrument;
        valueMinor = market.lotValue().traded(priceTicks, lots);
        baseMinor = lots * market.lotBaseMinor();
        int prepaidBefore = pool.feePrepaid(maker);
        makerPrepaid = makerBegins ? 0 : prepaidBefore;
        makerDue = makerDue(market, !taker.buys);
        takerDue = takerDue(market, taker);
        makerFee = makerDue;
        takerFee = takerDue;
        if (market.charges().mayBeCut()) cutFees(taker, maker, lots);
        long trade = ++lastTrade;
        market.traded(priceTicks, lots);
        if (market.tracksPositions()) changePositions(taker, maker, priceTicks, lots);
        taker.tradedTicks = priceTicks;

        long takerReleased = spendTaker(taker, lots);
        long makerReleased = spendMaker(taker, maker, holdTicks, lots, prepaidBefore);
        tape(frame, trade, taker, maker, priceTicks, lots);
        if (market.settlesSpecially()) postSpecially(frame, trade, taker, maker, priceTicks, lots);
        else post(market, taker, maker);
        long makerOpenLots = pool.openLots(maker) - lots;
        events.traded(frame, trade, taker, maker, lots, makerOpenLots)
                .priceTicks(priceTicks)
                .notionalMinor(valueMinor)
                .baseMinor(baseMinor)
                .makerFeeMinor(makerFee)
                .takerFeeMinor(takerFee)
                .makerReleasedMinor(makerReleased)
                .takerReleasedMinor(takerReleased);
        if (market.settlesSpecially()) tellSpecially(frame, market, trade);
        if (makerFee != makerDue) events.feeCapped(frame, trade, pool.orderNumber(maker), makerDue, makerFee);
        if (takerFee != takerDue) events.feeCapped(frame, trade, taker.order, takerDue, takerFee);
        orders.filled(maker, lots, valueMinor);
        orders.filled(taker.slot, lots, valueMinor);
        for (FillWatch watch : watches) tell(watch, taker, maker);
    }

    private void tell(FillWatch watch, Aggressor taker, int maker) {
        Instrument market = taker.instrument;
        int other = pool.account(maker);
        watch.filled(market, taker.account, orders.trader(taker.slot), valueMinor);
        watch.filled(market, other, orders.trader(maker), valueMinor);
        if (!market.isContract() || other == taker.account) return;
        watch.realised(market, taker.account, clearing.takerRealised());
        watch.realised(market, other, clearing.makerRealised());
    }

    private void changePositions(Aggressor taker, int maker, long priceTicks, long lots) {
        int other = pool.account(maker);
        if (taker.instrument.isContract())
            clearing.traded(taker.instrument, taker.account, other, taker.buys, priceTicks, lots);
        else if (taker.buys) positions.traded(taker.instrument, taker.account, other, lots);
        else positions.traded(taker.instrument, other, taker.account, lots);
    }

    private long makerDue(Instrument market, boolean buys) {
        int rate = rateOfMaker;
        if (rate == 0) return 0;
        long basis = buys && !market.feesInQuote() ? baseMinor : valueMinor;
        long due = Fees.due(basis, rate, makerPrepaid);
        makerPrepaid = Fees.prepaidAfter(basis, rate, makerPrepaid);
        return due;
    }

    private long takerDue(Instrument market, Aggressor taker) {
        int rate = rateOfTaker;
        if (rate == 0) return 0;
        long basis = taker.buys && !market.feesInQuote() ? baseMinor : valueMinor;
        long due = Fees.due(basis, rate, taker.feePrepaid);
        taker.feePrepaid = Fees.prepaidAfter(basis, rate, taker.feePrepaid);
        return due;
    }

    /** A fee per lot comes on top; then what is due is cut to what there is. */
    private void cutFees(Aggressor taker, int maker, long lots) {
        Instrument market = taker.instrument;
        if (market.charges().perLot() > 0 && !isFree) {
            makerDue = Fees.withPerLot(makerDue, market.charges().perLot(pool.account(maker)), lots);
            takerDue = Fees.withPerLot(takerDue, market.charges().perLot(taker.account), lots);
        }
        makerFee = makerDue;
        takerFee = takerDue;
        if (!market.isContract()) { // there a seller receives nothing to cut it to
            if (taker.buys) makerFee = Math.min(makerDue, valueMinor);
            else takerFee = Math.min(takerDue, valueMinor);
        }
        capRebates(market, taker);
        if (market.charges().hasTariff() && taker.ownerGroup != pool.tradeGroup(maker)) {
            market.charges().tariff().traded(taker.account, valueMinor);
            market.charges().tariff().traded(pool.account(maker), valueMinor);
        }
        makerBegins = false;
    }

    /** A rebate is paid from what fee income has, this fill's own fee included, unless the terms let it go below. */
    private void capRebates(Instrument market, Aggressor taker) {
        boolean mayBeNegative = market.terms().feeIncomeMayBeNegative();
        int makerIncome = incomeCell(market, !taker.buys);
        int takerIncome = incomeCell(market, taker.buys);
        long fromTaker = makerIncome == takerIncome ? Math.max(0, takerFee) : 0;
        long payableToMaker = treasury.payableRebate(makerIncome, fromTaker, mayBeNegative);
        if (-makerFee > payableToMaker) {
            makerFee = -payableToMaker;
            makerPrepaid = Fees.prepaidWhenCapped();
        }
        long fromMaker = makerIncome == takerIncome ? makerFee : 0;
        long payableToTaker = treasury.payableRebate(takerIncome, fromMaker, mayBeNegative);
        if (-takerFee > payableToTaker) {
            takerFee = -payableToTaker;
            taker.feePrepaid = Fees.prepaidWhenCapped();
        }
    }

    private int incomeCell(Instrument market, boolean buys) {
        boolean isInBase = buys && !market.feesInQuote();
        return treasury.incomeCell(isInBase ? market.baseAsset() : market.quoteAsset());
    }

    /** The taker's hold shrinks; what it did not spend is free. */
    private long spendTaker(Aggressor taker, long lots) {
        long spent = taker.buys ? spentByBuyer(taker.instrument, takerFee) : baseMinor; // of a contract, neither
        long before = taker.holdMinor;
        if (taker.isByAmount) taker.amountLeftMinor -= taker.buys ? spent : valueMinor;
        else taker.openLots -= lots;
        if (taker.holdsByPrice) taker.holdMinor = taker.holdByPrice();
        else if (taker.openLots == 0) taker.holdMinor = 0;
        else taker.holdMinor = before - spent;
        long dropped = before - taker.holdMinor;
        balances.release(taker.payingCell(), dropped);
        return released(taker.order, dropped, spent);
    }

    private long spendMaker(Aggressor taker, int maker, long holdTicks, long lots, int prepaidBefore) {
        Instrument market = taker.instrument;
        if (taker.buys) {
            balances.release(pool.baseBalance(maker), baseMinor);
            return 0;
        }
        long open = pool.openLots(maker);
        long before = Holds.of(market, true, holdTicks, open, prepaidBefore);
        long dropped = before - Holds.of(market, true, holdTicks, open - lots, makerPrepaid);
        balances.release(pool.quoteBalance(maker), dropped);
        return released(pool.orderNumber(maker), dropped, spentByBuyer(market, makerFee));
    }

    private long spentByBuyer(Instrument market, long fee) {
        if (market.isContract()) return 0;
        return market.feesInQuote() ? valueMinor + fee : valueMinor;
    }

    private static long released(long order, long dropped, long spent) {
        long released = dropped - spent;
        if (released >= 0) return released;
        throw new IllegalStateException(
                "a fill must not spend more than it held: order=" + order + " held=" + dropped + " spent=" + spent);
    }

    /** What it would take to undo it. */
    private void tape(Frame frame, long trade, Aggressor taker, int maker, long priceTicks, long lots) {
        Instrument market = taker.instrument;
        int other = pool.account(maker);
        boolean buys = taker.buys;
        boolean isVolume = market.charges().hasTariff() && taker.ownerGroup != pool.tradeGroup(maker);
        volumeDay = isVolume ? (int) market.charges().tariff().day(buys ? taker.account : other) : Tape.NO_VOLUME;
        long tickStep = market.parameter(InstrumentParameter.TICK);
        tape.traded(trade, priceTicks, lots, frame.timeNanos(), tickStep, market.parameter(InstrumentParameter.LOT));
        boolean hasTerms = market.settlesSpecially() && !market.isContract();
        if (buys) tape.between(market.number(), taker.account, other, takerFee, makerFee, volumeDay, hasTerms);
        else tape.between(market.number(), other, taker.account, makerFee, takerFee, volumeDay, hasTerms);
    }

    private void postSpecially(Frame frame, long trade, Aggressor taker, int maker, long priceTicks, long lots) {
        Instrument market = taker.instrument;
        if (market.isContract()) {
            balances.postMargin(pool.quoteBalance(maker), incomeCell(market, true), makerFee);
            balances.postMargin(taker.quoteCell, incomeCell(market, true), takerFee);
            clearing.charged(takerFee, makerFee);
            return;
        }
        int makerAccount = pool.account(maker);
        int buyer = taker.buys ? taker.account : makerAccount;
        int seller = taker.buys ? makerAccount : taker.account;
        var kept = novations.keep(market, trade, buyer, seller, frame.timeNanos());
        long buyerFee = taker.buys ? takerFee : makerFee;
        boolean inQuote = market.feesInQuote();
        kept.priceTicks = priceTicks;
        kept.lots = lots;
        kept.notionalMinor = valueMinor;
        kept.buyerOwes = valueMinor + (inQuote ? buyerFee : 0);
        kept.buyerReceives = baseMinor - (inQuote ? 0 : buyerFee);
        kept.sellerOwes = baseMinor;
        kept.sellerReceives = valueMinor - (taker.buys ? makerFee : takerFee);
        kept.isVolume = volumeDay != Tape.NO_VOLUME;
        if (kept.isVolume) kept.madeOn = volumeDay;
        if (market.settlesLater()) novations.novate(market);
        else post(market, taker, maker);
    }

    private void tellSpecially(Frame frame, Instrument market, long trade) {
        if (market.isContract()) clearing.tell(frame, trade);
        else novations.tell(frame);
    }

    private void post(Instrument market, Aggressor taker, int maker) {
        int makerBase = pool.baseBalance(maker);
        int makerQuote = pool.quoteBalance(maker);
        int buyerQuote = taker.buys ? taker.quoteCell : makerQuote;
        int sellerQuote = taker.buys ? makerQuote : taker.quoteCell;
        int buyerBase = taker.buys ? taker.baseCell : makerBase;
        int sellerBase = taker.buys ? makerBase : taker.baseCell;
        balances.post(buyerQuote, sellerQuote, valueMinor);
        balances.post(sellerBase, buyerBase, baseMinor);
        boolean inQuote = market.feesInQuote();
        if (makerFee != 0) {
            int from = taker.buys || inQuote ? makerQuote : makerBase;
            balances.post(from, incomeCell(market, !taker.buys), makerFee);
        }
        if (takerFee != 0) {
            int from = !taker.buys || inQuote ? taker.quoteCell : taker.baseCell;
            balances.post(from, incomeCell(market, taker.buys), takerFee);
        }
        balances.verify(buyerQuote);
        balances.verify(sellerQuote);
        balances.verify(buyerBase);
        balances.verify(sellerBase);
    }
}
