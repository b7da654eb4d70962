package io.rialto.engine.reference;

import static io.rialto.engine.reference.ReferenceInstrument.isIn;
import static io.rialto.engine.reference.Refusal.refuseIf;
import static io.rialto.protocol.Reason.*;
import static java.math.BigDecimal.ZERO;

import io.rialto.engine.reference.ClearingCommand.*;
import io.rialto.engine.reference.ReferenceDebts.Debt;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.*;

/** Section 16: when trades settle, what they owe until then, and the cycles that settle them. */
final class ReferenceSettlement {
    private static final long DAY_NANOS = 24L * 60 * 60 * 1_000_000_000;
    private static final int LAST_STEP = ReferenceMatching.MAX_EVENTS - 8;

    private final ReferenceMatching matching;
    private final ReferenceControl control;
    private final ReferenceCalendars calendars;
    private final Map<ReferenceInstrument, SetSettlementTerms> terms = new HashMap<>();
    final ReferenceDebts debts;
    final ReferenceBusts busts;
    int lastSettled = -1;

    // The cycle that is under way.
    private boolean isRunning;
    private int day, settled, failed;
    private List<ReferenceInstrument> left;
    private List<Debt> toReserve, toSettle;
    private Map<Debt, BigDecimal> granted;

    ReferenceSettlement(ReferenceMatching matching, ReferenceControl control) {
        this.matching = matching;
        this.control = control;
        calendars = new ReferenceCalendars(matching, control);
        debts = new ReferenceDebts(matching.ledger);
        busts = new ReferenceBusts(matching, control, this);
    }

    void decide(ClearingCommand command) {
        if (command instanceof SetHoliday asked) calendars.set(asked);
        else if (command instanceof DefineCalendar asked) calendars.define(asked);
        else if (command instanceof SetCalendarHoliday asked) calendars.set(asked);
        else if (command instanceof AssignCalendar asked) calendars.assign(asked);
        else if (command instanceof SetSettlementTerms asked) set(asked);
        else if (command instanceof RunSettlement asked) begin(asked.day());
        else if (command instanceof BuyIn asked) busts.buyIn(asked);
        else if (command instanceof BustTrade asked) busts.bust(asked);
        else if (command instanceof CorrectTrade asked) busts.correct(asked);
        else if (command instanceof BrokerCommand asked) control.giveUps.decide(asked);
    }

    private LocalDate businessDay(ReferenceInstrument market, LocalDate from) {
        return calendars.isOpen(market, from) ? from : businessDay(market, from.plusDays(1));
    }

    private void set(SetSettlementTerms asked) {
        ReferenceInstrument market = control.instrument(asked.instrument());
        boolean isSound = isIn(1, asked.cutOffNanos(), DAY_NANOS) && asked.days() <= 30 && asked.owedIsFree() <= 1;
        refuseIf(!isSound || market.isContract(), INVALID_SETTLEMENT_TERMS);
        refuseIf(asked.equals(terms.put(market, asked)), WOULD_CHANGE_NOTHING);
        market.settlesLater = asked.days() > 0;
        var what = List.of(asked.days(), asked.owedIsFree(), asked.buyInCycles());
        matching.events.add("SettlementTermsSet", asked.cutOffNanos(), market.number, what);
    }

    int buyInCycles(ReferenceInstrument market) {
        return terms.containsKey(market) ? terms.get(market).buyInCycles() : 0;
    }

    /** After all that settles at once was done; of a trade that settles later, that is taken back but for the fees. */
    void traded(long number, ReferenceOrder taker, ReferenceOrder maker, long ticks, long lots, List<BigDecimal> of) {
        ReferenceInstrument market = taker.instrument;
        ReferenceOrder buyer = taker.isBuy ? taker : maker;
        ReferenceOrder seller = taker.isBuy ? maker : taker;
        BigDecimal notional = of.get(0), base = of.get(1);
        BigDecimal buyerFee = of.get(taker.isBuy ? 3 : 2), sellerFee = of.get(taker.isBuy ? 2 : 3);
        if (!terms.containsKey(market)) {
            busts.tape.keep(market, buyer.account, seller.account, ticks, lots, buyerFee, sellerFee);
            return;
        }
        var trade =
                new ReferenceBusts.Trade(market, number, buyer.account, seller.account, ticks, lots, notional, base);
        trade.buyerOwes = market.feesInQuote ? notional.add(buyerFee) : notional;
        trade.buyerReceives = market.feesInQuote ? base : base.subtract(buyerFee);
        trade.sellerReceives = notional.subtract(sellerFee);
        boolean isOwn = matching.owners.get(buyer.account).equals(matching.owners.get(seller.account));
        trade.isVolume = !isOwn && control.fees.concern(market);
        trade.isNovated = market.settlesLater;
        trade.day = trade.isNovated ? date(market) : today();
        busts.keep(trade);
        if (!trade.isNovated) return;
        int baseAsset = market.terms.baseAsset(), quoteAsset = market.terms.quoteAsset();
        matching.ledger.move(ReferenceDebts.CLEARING, buyer.account, quoteAsset, trade.buyerOwes);
        matching.ledger.move(seller.account, ReferenceDebts.CLEARING, quoteAsset, trade.sellerReceives);
        matching.ledger.move(ReferenceDebts.CLEARING, seller.account, baseAsset, base);
        matching.ledger.move(buyer.account, ReferenceDebts.CLEARING, baseAsset, trade.buyerReceives);
        boolean isFree = terms.get(market).owedIsFree() == 1 && matching.ledger.hasRoomFor(baseAsset, base);
        trade.held = isFree ? ZERO : base;
        book(trade, BigDecimal.ONE);
        matching.events.add("TradeNovated", number, trade.owed(), trade.day, trade.parties());
    }

    int today() {
        return (int) Math.floorDiv(matching.nowNanos, DAY_NANOS);
    }

    private int date(ReferenceInstrument market) {
        boolean isLate =
                Math.floorMod(matching.nowNanos, DAY_NANOS) >= terms.get(market).cutOffNanos();
        LocalDate date = businessDay(market, LocalDate.ofEpochDay(today() + (isLate ? 1 : 0)));
        for (int i = 0; i < terms.get(market).days(); i++) date = businessDay(market, date.plusDays(1));
        return (int) date.toEpochDay();
    }

    /** Obligations and holds of a trade; with minus one, taken back. */
    void book(ReferenceBusts.Trade trade, BigDecimal sign) {
        Debt buyer = debts.of(trade.market, trade.buyer, trade.day, trade.number);
        BigDecimal owed = trade.buyerOwes.max(ZERO).multiply(sign);
        buyer.quoteOut = buyer.quoteOut.add(owed);
        buyer.quoteIn = buyer.quoteIn.add(trade.buyerOwes.min(ZERO).negate().multiply(sign));
        buyer.baseIn = buyer.baseIn.add(trade.buyerReceives.multiply(sign));
        debts.hold(buyer, ZERO, owed);
        Debt seller = debts.of(trade.market, trade.seller, trade.day, trade.number);
        seller.quoteIn = seller.quoteIn.add(trade.sellerReceives.multiply(sign));
        seller.baseOut = seller.baseOut.add(trade.base.multiply(sign));
        debts.hold(seller, trade.held.multiply(sign), ZERO);
        if (sign.signum() < 0) debts.open.removeIf(debt -> (debt == buyer || debt == seller) && debt.isNothing());
    }

    private void begin(int ofDay) {
        refuseIf(ofDay < 0, INVALID_DAY);
        refuseIf(ofDay > today(), DAY_NOT_REACHED);
        refuseIf(ofDay <= lastSettled, DAY_ALREADY_SETTLED);
        refuseIf(!calendars.isOpenAnywhere(LocalDate.ofEpochDay(ofDay)), NOT_A_BUSINESS_DAY);
        isRunning = true;
        day = ofDay;
        settled = failed = 0;
        left = new ArrayList<>(control.instruments);
        toReserve = new ArrayList<>();
        toSettle = new ArrayList<>();
    }

    /** False when the frame has no room for all of it. */
    boolean isDone() {
        while (isRunning) {
            if (matching.events.size() >= LAST_STEP) return false;
            if (!toReserve.isEmpty()) {
                reserve(toReserve.remove(0));
                if (toReserve.isEmpty()) grant();
            } else if (!toSettle.isEmpty()) settle(toSettle.remove(0));
            else next();
        }
        return true;
    }

    private void next() {
        while (!left.isEmpty() && !isDue(left.get(0))) left.remove(0);
        if (left.isEmpty()) {
            isRunning = false;
            lastSettled = day;
            matching.events.add("DaySettled", day, settled, failed);
            return;
        }
        ReferenceInstrument market = left.remove(0);
        List<BigDecimal> gross = received(debts.due(market, day));
        toReserve = debts.netted(market, day);
        toSettle = new ArrayList<>(toReserve);
        List<BigDecimal> net = received(toReserve);
        var sums = List.of(gross.get(0), net.get(0), gross.get(1), net.get(1));
        matching.events.add("ObligationsNetted", sums, day, market.number, toReserve.size());
    }

    /** What failed before waits for a business day of its own. */
    private boolean isDue(ReferenceInstrument market) {
        boolean isOpen = calendars.isOpen(market, LocalDate.ofEpochDay(day));
        return debts.due(market, day).stream().anyMatch(debt -> isOpen || debt.day != ReferenceDebts.CARRIED);
    }

    private static List<BigDecimal> received(List<Debt> of) {
        BigDecimal base = of.stream().map(debt -> debt.baseIn).reduce(ZERO, BigDecimal::add);
        BigDecimal quote = of.stream().map(debt -> debt.quoteIn).reduce(ZERO, BigDecimal::add);
        return List.of(base.min(ReferenceLedger.MOST), quote.min(ReferenceLedger.MOST));
    }

    private void reserve(Debt debt) {
        int asset = debt.instrument.terms.baseAsset();
        BigDecimal free =
                matching.ledger.total(debt.account, asset).subtract(matching.ledger.held(debt.account, asset));
        BigDecimal base = debt.baseOut.min(debt.baseHeld.add(free)).subtract(debt.baseHeld);
        BigDecimal quote = debt.quoteOut.subtract(debt.quoteHeld);
        debts.hold(debt, base, quote);
        var what = List.of(debt.base(), debt.quote(), debt.baseHeld, debt.quoteHeld, base, quote, day);
        matching.events.add("SettlementReserved", what, debt.instrument.number, debt.account);
    }

    /** How much of the base asset each member delivers or receives; nobody anything when users would own too much. */
    private void grant() {
        ReferenceInstrument market = toSettle.get(0).instrument;
        BigDecimal pool = ZERO;
        for (Debt debt : toSettle) pool = pool.add(debt.base()).add(debt.baseHeld);
        granted = new HashMap<>();
        List<Debt> byAge = new ArrayList<>(toSettle);
        byAge.sort(Comparator.comparingLong((Debt debt) -> debt.oldest).thenComparing(debt -> debt.account));
        for (Debt debt : byAge) {
            BigDecimal part = debt.baseIn.min(pool.max(ZERO));
            pool = pool.subtract(part);
            granted.put(debt, debt.baseOut.signum() > 0 ? debt.baseHeld : part);
        }
        BigDecimal paid = ZERO;
        for (Debt debt : toSettle)
            paid = paid.add(
                    quoteMoved(debt).multiply(BigDecimal.valueOf(debt.quote().signum())));
        int quote = market.terms.quoteAsset();
        BigDecimal excess = paid.subtract(
                matching.ledger.total(ReferenceDebts.CLEARING, quote).max(ZERO));
        if (excess.signum() > 0 && !matching.ledger.hasRoomFor(quote, excess)) granted = null;
    }

    private BigDecimal quoteMoved(Debt debt) {
        BigDecimal base = debt.base().abs();
        BigDecimal done = granted.get(debt);
        if (done.compareTo(base) == 0) return debt.quote().abs();
        return debt.quote().abs().multiply(done).divide(base, 0, RoundingMode.FLOOR);
    }

    private void settle(Debt debt) {
        BigDecimal base = granted == null ? ZERO : granted.get(debt);
        BigDecimal quote = granted == null ? ZERO : quoteMoved(debt);
        boolean delivers = debt.baseOut.signum() > 0, pays = debt.quoteOut.signum() > 0;
        int baseAsset = debt.instrument.terms.baseAsset(), quoteAsset = debt.instrument.terms.quoteAsset();
        debts.hold(debt, delivers ? base.negate() : ZERO, pays ? quote.negate() : ZERO);
        if (delivers) debt.baseOut = debt.baseOut.subtract(base);
        else debt.baseIn = debt.baseIn.subtract(base);
        if (pays) debt.quoteOut = debt.quoteOut.subtract(quote);
        else debt.quoteIn = debt.quoteIn.subtract(quote);
        BigDecimal movedBase = delivers ? base.negate() : base, movedQuote = pays ? quote.negate() : quote;
        matching.ledger.move(ReferenceDebts.CLEARING, debt.account, baseAsset, movedBase);
        matching.ledger.move(ReferenceDebts.CLEARING, debt.account, quoteAsset, movedQuote);
        debt.cycles = debt.baseOut.signum() > 0 ? debt.cycles + 1 : 0;
        boolean isNothing = movedBase.signum() == 0 && movedQuote.signum() == 0;
        String outcome = debt.isNothing() ? "SETTLED" : isNothing ? "FAILED" : "PARTIAL";
        if (debt.isNothing()) settled++;
        else failed++;
        var what = List.of(movedBase, movedQuote, debt.base(), debt.quote(), day, debt.instrument.number);
        matching.events.add("ObligationSettled", what, debt.account, debt.cycles, outcome);
        if (debt.isNothing()) debts.open.remove(debt);
    }
}
