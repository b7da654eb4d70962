package io.rialto.engine.reference;

import static io.rialto.engine.reference.ReferenceInstrument.isIn;
import static io.rialto.engine.reference.Refusal.refuseIf;
import static io.rialto.protocol.Reason.*;
import static java.math.BigDecimal.ZERO;
import static java.math.BigDecimal.valueOf;

import io.rialto.engine.reference.BrokerCommand.*;
import io.rialto.engine.reference.ReferenceBusts.Trade;
import io.rialto.engine.reference.ReferenceDebts.Debt;
import io.rialto.protocol.GiveUpEnding;
import io.rialto.protocol.Side;
import io.rialto.protocol.TransferCause;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who has which part of a trade, and who offered his to whom. What an account owes for a trade follows from its part. */
final class ReferenceGiveUps {
    private static final int LAST_LAPSE = ReferenceMatching.MAX_EVENTS - 8;
    private static final int BUY = 1, SELL = 2, EITHER = 255;
    private static final int ACCEPT = 1, WITHDRAW = 3;

    private record Offer(long number, Trade trade, boolean isBuy, long lots, int giver, int taker) {
        boolean isOfContract() {
            return trade.market.isContract();
        }

        List<Object> parties() {
            return List.of(giver, taker);
        }
    }

    /** Of somebody who did not execute the trade. */
    private static final class Part {
        final Trade trade;
        final boolean isBuy;
        final int account;
        long lots;
        BigDecimal value = ZERO;

        Part(Trade trade, boolean isBuy, int account) {
            this.trade = trade;
            this.isBuy = isBuy;
            this.account = account;
        }
    }

    /** What an account gives and gets for its part; paid is what was paid of the fee at once. */
    private record Due(BigDecimal gives, BigDecimal held, BigDecimal gets, BigDecimal paid) {}

    private final ReferenceMatching matching;
    private final ReferenceControl control;
    private final List<Offer> pending = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();
    private final Map<Long, Trade> contracts = new HashMap<>();
    private long last;

    ReferenceGiveUps(ReferenceMatching matching, ReferenceControl control) {
        this.matching = matching;
        this.control = control;
    }

    void decide(BrokerCommand command) {
        if (command instanceof SetAccountRole asked) control.roles.set(asked);
        else if (command instanceof GiveUp asked) offer(asked);
        else if (command instanceof AnswerGiveUp asked) answer(asked);
    }

    private static int executor(Trade trade, boolean isBuy) {
        return isBuy ? trade.buyer : trade.seller;
    }

    private List<Part> parts(Trade trade, boolean isBuy) {
        return parts.stream()
                .filter(part -> part.trade == trade && part.isBuy == isBuy)
                .toList();
    }

    private Part part(Trade trade, boolean isBuy, int account) {
        return parts(trade, isBuy).stream()
                .filter(part -> part.account == account)
                .findFirst()
                .orElse(null);
    }

    private long lots(Trade trade, boolean isBuy, int account) {
        Part part = part(trade, isBuy, account);
        if (account != executor(trade, isBuy)) return part == null ? 0 : part.lots;
        return trade.lots
                - parts(trade, isBuy).stream().mapToLong(one -> one.lots).sum();
    }

    private BigDecimal value(Trade trade, boolean isBuy, int account) {
        Part part = part(trade, isBuy, account);
        if (account != executor(trade, isBuy)) return part == null ? ZERO : part.value;
        BigDecimal away = parts(trade, isBuy).stream().map(one -> one.value).reduce(ZERO, BigDecimal::add);
        return trade.notional.subtract(away);
    }

    boolean isGivenUp(Trade trade) {
        return parts.stream().anyMatch(part -> part.trade == trade);
    }

    private void offer(GiveUp asked) {
        control.account(asked.account());
        control.account(asked.taker());
        refuseIf(asked.side() != EITHER && !isIn(BUY, asked.side(), SELL), INVALID_COMBINATION);
        refuseIf(asked.account() == asked.taker(), GIVE_UP_TO_ITSELF);
        refuseIf(asked.lots() <= 0, QUANTITY_BELOW_MINIMUM);
        Trade trade = find(asked.trade());
        boolean hasBought = asked.side() != SELL && lots(trade, true, asked.account()) > 0;
        boolean hasSold = asked.side() != BUY && lots(trade, false, asked.account()) > 0;
        refuseIf(!hasBought && !hasSold, NOT_IN_THE_TRADE);
        refuseIf(hasBought && hasSold, INVALID_COMBINATION);
        long left = lots(trade, hasBought, asked.account());
        for (Offer one : pending) {
            boolean isOfThis = one.trade == trade && one.isBuy == hasBought && one.giver == asked.account();
            if (isOfThis) left -= one.lots;
        }
        refuseIf(asked.lots() > left, GIVE_UP_ABOVE_TRADE);
        refuseUnlessFree(asked.taker(), trade);
        var offer = new Offer(++last, trade, hasBought, asked.lots(), asked.account(), asked.taker());
        pending.add(offer);
        var what = List.of(last, trade.number, trade.ticks, offer.lots, offer.giver, offer.taker);
        matching.events.add("GiveUpRequested", what, trade.market.number, side(hasBought));
    }

    private Trade find(long number) {
        if (!control.settlement.busts.isTaped(number)) return control.settlement.busts.find(number, false);
        ReferenceTape.Trade taped = control.settlement.busts.tape.find(number, false);
        return contracts.computeIfAbsent(number, any -> {
            ReferenceInstrument market = taped.market();
            BigDecimal value = new BigDecimal(taped.value());
            return new Trade(market, number, taped.buyer(), taped.seller(), taped.ticks(), taped.lots(), value, ZERO);
        });
    }

    boolean isGivenUp(long contractTrade) {
        return contracts.containsKey(contractTrade) && isGivenUp(contracts.get(contractTrade));
    }

    private static Side side(boolean isBuy) {
        return isBuy ? Side.BUY : Side.SELL;
    }

    private void refuseUnlessFree(int taker, Trade trade) {
        control.roles.refuseIfItOnlyExecutes(taker);
        control.checkBlocks(taker, trade.market);
        refuseIf(control.standings.of(taker) == ReferenceStandings.REDUCING, ACCOUNT_REDUCING);
    }

    private void answer(AnswerGiveUp asked) {
        control.account(asked.account());
        refuseIf(!isIn(ACCEPT, asked.answer(), WITHDRAW), INVALID_COMBINATION);
        refuseIf(!isIn(1, asked.giveUp(), last), UNKNOWN_GIVE_UP);
        Offer offer = pending.stream()
                .filter(one -> one.number == asked.giveUp())
                .findFirst()
                .orElse(null);
        refuseIf(offer == null, GIVE_UP_NOT_PENDING);
        int party = asked.answer() == WITHDRAW ? offer.giver : offer.taker;
        int firm = control.blocks.firms.get(asked.account());
        boolean isOfFirm = firm != 0 && firm == control.blocks.firms.get(party);
        refuseIf(asked.account() != party && !isOfFirm, GIVE_UP_OF_OTHERS);
        if (asked.answer() == ACCEPT) accept(offer, asked.account());
        else end(offer, asked.answer() == WITHDRAW ? GiveUpEnding.WITHDRAWN : GiveUpEnding.REFUSED, asked.account());
    }

    private void end(Offer offer, GiveUpEnding ending, int by) {
        pending.remove(offer);
        var what = List.of(offer.number, offer.trade.number, offer.lots);
        matching.events.add("GiveUpEnded", what, offer.parties(), by, offer.trade.market.number, ending);
    }

    private void accept(Offer offer, int by) {
        Trade trade = offer.trade;
        control.roles.refuseIfItOnlyExecutes(by);
        if (offer.isOfContract()) {
            acceptContract(offer, by);
            return;
        }
        refuseIf(!trade.isInSameSteps(), TRADE_IN_OTHER_STEPS);
        refuseUnlessFree(offer.taker, trade);
        Passing passing = new Passing(trade, offer.isBuy, offer.giver, offer.taker, offer.lots);
        control.credit.takeUp(offer.giver, offer.taker, trade.market, passing.value);
        passing.refuseUnlessFunded();
        passing.pass();
        control.credit.tookUp(offer.giver, offer.taker, trade.market, passing.value);
        pending.remove(offer);
        var what = List.of(offer.number, trade.number, trade.ticks, offer.lots, passing.value, passing.base);
        var changes = List.of(passing.givesLess(), passing.holdsMore(), passing.pays(), passing.getsBack());
        var where = List.of(offer.giver, offer.taker, by, trade.market.number, trade.day, side(offer.isBuy));
        matching.events.add("GiveUpAccepted", what, changes, where);
    }

    /** A position goes at the trade's price. */
    private void acceptContract(Offer offer, int by) {
        Trade trade = offer.trade;
        ReferenceTape tape = control.settlement.busts.tape;
        ReferenceTape.Trade taped = tape.find(trade.number, false);
        refuseUnlessFree(offer.taker, trade);
        ReferenceInstrument market = trade.market;
        BigDecimal value = new BigDecimal(market.value(trade.ticks, BigInteger.valueOf(offer.lots)));
        control.credit.takeUp(offer.giver, offer.taker, market, value);
        int buyer = offer.isBuy ? offer.taker : offer.giver;
        int seller = offer.isBuy ? offer.giver : offer.taker;
        tape.refuseUnlessPassing(taped, buyer, seller, offer.lots);
        var what = List.of(offer.number, trade.number, trade.ticks, offer.lots, value);
        var who = List.of(offer.giver, offer.taker, by, market.number, side(offer.isBuy));
        matching.events.add("ContractGiveUpAccepted", what, who);
        change(trade, offer.isBuy, offer.giver, -offer.lots, ZERO);
        change(trade, offer.isBuy, offer.taker, offer.lots, ZERO);
        BigInteger lots = BigInteger.valueOf(offer.lots);
        matching.contracts.transfer(market, seller, buyer, lots, trade.ticks, TransferCause.GIVEN_UP);
        control.credit.tookUp(offer.giver, offer.taker, market, value);
        pending.remove(offer);
    }

    private void change(Trade trade, boolean isBuy, int account, long byLots, BigDecimal byValue) {
        if (account == executor(trade, isBuy)) return;
        Part part = part(trade, isBuy, account);
        if (part == null) parts.add(part = new Part(trade, isBuy, account));
        part.lots += byLots;
        part.value = part.value.add(byValue);
        parts.removeIf(one -> one.lots == 0);
    }

    /** Lots from one to another: what both are due follows from what they then have. */
    private final class Passing {
        final Trade trade;
        final boolean isBuy;
        final int giver, taker;
        final long lots;
        final BigDecimal value, base;
        final Due giverBefore, giverAfter, takerBefore, takerAfter;
        final int owed, received;

        Passing(Trade trade, boolean isBuy, int giver, int taker, long lots) {
            this.trade = trade;
            this.isBuy = isBuy;
            this.giver = giver;
            this.taker = taker;
            this.lots = lots;
            var terms = trade.market.terms;
            owed = isBuy ? terms.quoteAsset() : terms.baseAsset();
            received = isBuy ? terms.baseAsset() : terms.quoteAsset();
            long has = lots(trade, isBuy, giver);
            value = value(trade, isBuy, giver).multiply(valueOf(lots)).divide(valueOf(has), 0, RoundingMode.FLOOR);
            base = trade.market.base(lots);
            giverBefore = due(trade, isBuy, giver, 0, ZERO);
            giverAfter = due(trade, isBuy, giver, -lots, value.negate());
            takerBefore = due(trade, isBuy, taker, 0, ZERO);
            takerAfter = due(trade, isBuy, taker, lots, value);
        }

        BigDecimal givesLess() {
            return giverBefore.held.subtract(giverAfter.held);
        }

        BigDecimal holdsMore() {
            return takerAfter.held.subtract(takerBefore.held);
        }

        BigDecimal pays() {
            return giverAfter.paid.subtract(giverBefore.paid);
        }

        BigDecimal getsBack() {
            return takerBefore.paid.subtract(takerAfter.paid);
        }

        void refuseUnlessFunded() {
            boolean isFunded =
                    holdsMore().compareTo(free(taker, owed)) <= 0 && pays().compareTo(free(giver, received)) <= 0;
            refuseIf(!isFunded, INSUFFICIENT_FUNDS);
            boolean hasRoom = getsBack().signum() == 0 || matching.ledger.hasRoomFor(received, getsBack());
            refuseIf(!hasRoom, VALUE_OVERFLOW);
        }

        void pass() {
            book(giver, giverBefore, giverAfter);
            book(taker, takerBefore, takerAfter);
            control.settlement.debts.open.removeIf(debt -> debt.isNothing() && isOurs(debt));
            change(trade, isBuy, giver, -lots, value.negate());
            change(trade, isBuy, taker, lots, value);
            int clearing = ReferenceDebts.CLEARING;
            matching.ledger.move(giver, clearing, received, pays());
            matching.ledger.move(clearing, taker, received, getsBack());
            if (isBuy) control.settlement.busts.position(trade.market, taker, giver, lots);
            else control.settlement.busts.position(trade.market, giver, taker, lots);
        }

        private boolean isOurs(Debt debt) {
            boolean isOfOne = debt.account == giver || debt.account == taker;
            return isOfOne && debt.instrument == trade.market && debt.day == trade.day;
        }

        private void book(int account, Due before, Due after) {
            Debt debt = control.settlement.debts.of(trade.market, account, trade.day, trade.number);
            BigDecimal holds = after.held.subtract(before.held), gets = after.gets.subtract(before.gets);
            BigDecimal out = after.gives.max(ZERO).subtract(before.gives.max(ZERO));
            BigDecimal rebate =
                    after.gives.min(ZERO).subtract(before.gives.min(ZERO)).negate();
            matching.ledger.holdAnyway(account, owed, holds);
            if (isBuy) {
                debt.quoteOut = debt.quoteOut.add(out);
                debt.quoteIn = debt.quoteIn.add(rebate);
                debt.baseIn = debt.baseIn.add(gets);
                debt.quoteHeld = debt.quoteHeld.add(holds);
            } else {
                debt.baseOut = debt.baseOut.add(out);
                debt.quoteIn = debt.quoteIn.add(gets);
                debt.baseHeld = debt.baseHeld.add(holds);
            }
        }
    }

    /** With so much more of it than now. A fee is of who executed the trade, and comes out of what he gets. */
    private Due due(Trade trade, boolean isBuy, int account, long more, BigDecimal moreValue) {
        BigDecimal value = value(trade, isBuy, account).add(moreValue);
        BigDecimal base = trade.market.base(lots(trade, isBuy, account) + more);
        boolean executed = account == executor(trade, isBuy);
        if (isBuy) {
            BigDecimal gives = executed ? value.add(trade.buyerOwes).subtract(trade.notional) : value;
            BigDecimal gets = executed ? base.subtract(trade.baseFee()) : base;
            return new Due(gives, gives.max(ZERO), gets.max(ZERO), gets.negate().max(ZERO));
        }
        BigDecimal gets = executed ? value.subtract(trade.notional).add(trade.sellerReceives) : value;
        BigDecimal held = trade.held.signum() == 0 ? ZERO : base;
        return new Due(base, held, gets.max(ZERO), gets.negate().max(ZERO));
    }

    private BigDecimal free(int account, int asset) {
        return matching.ledger.total(account, asset).subtract(matching.ledger.held(account, asset));
    }

    void refuseUnlessRefundable(Trade trade) {
        if (!isGivenUp(trade)) return;
        for (boolean isBuy : List.of(true, false)) {
            BigDecimal paid = due(trade, isBuy, executor(trade, isBuy), 0, ZERO).paid;
            var terms = trade.market.terms;
            int asset = isBuy ? terms.baseAsset() : terms.quoteAsset();
            refuseIf(paid.signum() > 0 && !matching.ledger.hasRoomFor(asset, paid), VALUE_OVERFLOW);
        }
    }

    /** Before it is busted. */
    void takeBack(Trade trade) {
        List<Part> given = new ArrayList<>(parts);
        given.removeIf(part -> part.trade != trade);
        given.sort(Comparator.comparing((Part part) -> !part.isBuy).thenComparing(part -> part.account));
        for (Part part : given) {
            int to = executor(trade, part.isBuy);
            Passing passing = new Passing(trade, part.isBuy, part.account, to, part.lots);
            long lots = part.lots;
            passing.pass();
            var what = List.of(trade.number, trade.ticks, lots, passing.value, passing.base);
            var changes = List.of(passing.givesLess(), passing.holdsMore(), passing.getsBack(), part.account, to);
            matching.events.add("GiveUpReversed", what, changes, trade.market.number, trade.day, side(part.isBuy));
        }
    }

    /** False when the frame has no room for all of them. */
    boolean areLapsed() {
        for (Offer offer : List.copyOf(pending)) {
            boolean isOver = offer.isOfContract()
                    ? !control.settlement.busts.tape.stands(offer.trade.number)
                    : offer.trade.isBusted || offer.trade.day <= control.settlement.lastSettled;
            if (!isOver) continue;
            if (matching.events.size() >= LAST_LAPSE) return false;
            end(offer, GiveUpEnding.LAPSED, 0);
        }
        return true;
    }
}
