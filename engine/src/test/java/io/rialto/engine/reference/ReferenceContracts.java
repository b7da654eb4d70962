package io.rialto.engine.reference;

import static io.rialto.engine.reference.Refusal.refuseIf;
import static io.rialto.protocol.Reason.*;
import static java.math.BigInteger.ZERO;

import io.rialto.protocol.TransferCause;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** What trades of contracts make of positions: their cost, what is realised, and where it goes. */
final class ReferenceContracts {
    static final int CLEARING = 3;
    private static final List<Integer> MARKET_TYPES = List.of(2, 3, 4, 6, 8);

    private final ReferenceMatching matching;

    ReferenceContracts(ReferenceMatching matching) {
        this.matching = matching;
    }

    /** Of a position that a trade changes: what it costs then, and what that realised. */
    record Change(BigInteger lots, BigInteger cost, BigInteger realised) {}

    /** What a trade did to one side. */
    private record Half(int account, Change before, Change after) {}

    /** Of the trade at hand, taker and maker. */
    private final List<Half> last = new ArrayList<>();

    /** @param change lots bought, or below zero sold */
    static Change changed(ReferenceInstrument contract, Change before, long ticks, BigInteger change) {
        BigInteger lots = before.lots;
        BigInteger after = lots.add(change);
        boolean grows = lots.signum() == 0 || lots.signum() == change.signum();
        if (grows) return new Change(after, before.cost.add(contract.value(ticks, change.abs())), before.realised);
        BigInteger closed = change.abs().min(lots.abs());
        boolean isAll = closed.equals(lots.abs());
        BigInteger take = isAll ? before.cost : before.cost.multiply(closed).divide(lots.abs());
        BigInteger value = contract.value(ticks, closed);
        BigInteger realised = lots.signum() > 0 ? value.subtract(take) : take.subtract(value);
        BigInteger moved = change.signum() > 0 ? closed : closed.negate();
        Change shrunk = new Change(lots.add(moved), before.cost.subtract(take), before.realised.add(realised));
        BigInteger rest = change.subtract(moved);
        return rest.signum() == 0 ? shrunk : changed(contract, shrunk, ticks, rest);
    }

    /** Before positions follow the trade: taker, then maker. */
    void trade(long trade, ReferenceOrder taker, ReferenceOrder maker, long ticks, long lots, EventLines events) {
        ReferenceInstrument market = taker.instrument;
        last.clear();
        if (!market.isContract() || taker.account == maker.account) return;
        for (ReferenceOrder order : List.of(taker, maker)) {
            BigInteger change = BigInteger.valueOf(order.isBuy ? lots : -lots);
            BigInteger position = matching.positions.in(market).getOrDefault(order.account, ZERO);
            Change before = new Change(position, market.contract.cost(order.account), ZERO);
            Change after = changed(market, before, ticks, change);
            last.add(new Half(order.account, before, after));
            market.contract.keep(order.account, after.cost, after.realised);
            int asset = market.terms.quoteAsset();
            matching.ledger.moveMargin(CLEARING, order.account, asset, new BigDecimal(after.realised));
            var what = List.of(trade, after.lots, after.cost, after.realised, order.account);
            events.add("PositionChanged", what, market.number);
            matching.control.risk.holdings.realised(order.account, asset, after.realised);
        }
    }

    /** A trade that is taken back, or another in its place. */
    void change(long trade, ReferenceInstrument market, int buyer, int seller, BigInteger lots, long ticks) {
        List<Half> both =
                List.of(change(trade, market, buyer, lots, ticks), change(trade, market, seller, lots.negate(), ticks));
        for (Half half : both) matching.margin.isolated.follow(market, half.account, half.before, half.after, ZERO);
    }

    private Half change(long trade, ReferenceInstrument market, int account, BigInteger lots, long ticks) {
        BigInteger position = matching.positions.in(market).getOrDefault(account, ZERO);
        Change before = new Change(position, market.contract.cost(account), ZERO);
        Change after = changed(market, before, ticks, lots);
        market.contract.keep(account, after.cost, after.realised);
        matching.positions.in(market).put(account, after.lots);
        matching.ledger.moveMargin(CLEARING, account, market.terms.quoteAsset(), new BigDecimal(after.realised));
        matching.events.add("PositionChanged", trade, after.lots, after.cost, after.realised, account, market.number);
        return new Half(account, before, after);
    }

    /** After both have paid: what moves to or from the margins of isolated positions is told behind both positions. */
    void charged(ReferenceInstrument market, List<BigDecimal> fees, EventLines events) {
        int said = matching.events.size();
        for (Half half : last) {
            BigDecimal fee = fees.get(half == last.get(0) ? 1 : 0); // the maker's comes first
            matching.margin.isolated.follow(market, half.account, half.before, half.after, fee.toBigIntegerExact());
        }
        var moved = matching.events.lines().subList(said, matching.events.size());
        events.lines().addAll(last.size(), moved);
        moved.clear();
    }

    /** Lots go from one account to another, who takes them as they are said, without a trade. */
    void transfer(ReferenceInstrument market, int from, int to, BigInteger lots, long ticks, TransferCause cause) {
        List<Half> both = new ArrayList<>();
        for (int account : List.of(from, to)) {
            BigInteger change = account == to ? lots : lots.negate();
            BigInteger position = matching.positions.in(market).getOrDefault(account, ZERO);
            Change before = new Change(position, market.contract.cost(account), ZERO);
            Change after = changed(market, before, ticks, change);
            both.add(new Half(account, before, after));
            market.contract.keep(account, after.cost, after.realised);
            matching.positions.in(market).put(account, after.lots);
            int asset = market.terms.quoteAsset();
            matching.ledger.moveMargin(CLEARING, account, asset, new BigDecimal(after.realised));
            var what = List.of(ticks, change, after.lots, after.cost, after.realised);
            int other = account == to ? from : to;
            matching.events.add("PositionTransferred", what, account, other, market.number, cause);
        }
        for (Half half : both) matching.margin.isolated.follow(market, half.account, half.before, half.after, ZERO);
    }

    /** What an order for a contract is asked before anything else of its market. */
    void admit(ReferenceOrder order) {
        var market = order.instrument;
        if (!market.isContract()) return;
        refuseIf(order.asked.quoteAmountMinor() != 0, AMOUNT_NOT_FOR_CONTRACT);
        boolean isMarket = MARKET_TYPES.contains(order.asked.orderType());
        refuseIf(isMarket && market.terms.collarTicks() == Command.NULL, COLLAR_MISSING);
        refuseIf(market.contractMark() == 0, MARK_PRICE_MISSING);
        refuseIf(
                matching.control.liquidation.isOf(matching.margin.isolated.purse(market, order.account)),
                ACCOUNT_LIQUIDATING);
    }

    /** What a contract always keeps: its positions, a collar and a mark once it has one. */
    static void checkKept(ReferenceInstrument market, int parameter, long value) {
        if (!market.isContract()) return;
        refuseIf(parameter == ReferencePositions.TRACKED && value != 1, CONTRACT_KEEPS_POSITIONS);
        boolean isTaken = value == Command.NULL && market.parameter(parameter) != Command.NULL;
        refuseIf(parameter == 4 && isTaken, COLLAR_MISSING);
        refuseIf(parameter == 5 && isTaken && market.markTicks == 0, MARK_PRICE_MISSING);
    }

    /** The rules that must hold after every command. */
    void verify(List<ReferenceInstrument> instruments) {
        for (ReferenceInstrument market : instruments) {
            if (!market.isContract()) continue;
            BigInteger lots = ZERO;
            BigInteger unrealised = ZERO;
            for (var position : matching.positions.in(market).entrySet()) {
                lots = lots.add(position.getValue());
                BigInteger cost = market.contract.cost(position.getKey());
                BigInteger sign = BigInteger.valueOf(position.getValue().signum());
                BigInteger atOneTick = market.value(1, position.getValue().abs());
                unrealised = unrealised.add(atOneTick.subtract(cost).multiply(sign));
                require(cost.signum() >= 0 && (position.getValue().signum() != 0 || cost.signum() == 0), market);
            }
            if (matching.control.expiry.isSettling(market)) continue;
            require(lots.signum() == 0, market);
            require(market.contract.realised().add(unrealised).signum() == 0, market);
        }
        for (ReferenceInstrument market : instruments) {
            boolean isSettling = matching.control.expiry.isSettlingIn(market.terms.quoteAsset());
            if (market.isContract() && !isSettling) requireCleared(market.terms.quoteAsset(), instruments);
        }
    }

    private void requireCleared(int asset, List<ReferenceInstrument> instruments) {
        BigInteger costs = ZERO;
        for (ReferenceInstrument market : instruments) {
            if (!market.isContract() || market.terms.quoteAsset() != asset) continue;
            for (var position : matching.positions.in(market).entrySet()) {
                BigInteger cost = market.contract.cost(position.getKey());
                costs = costs.add(
                        cost.multiply(BigInteger.valueOf(position.getValue().signum())));
            }
        }
        BigDecimal cleared = matching.ledger.margin(CLEARING, asset);
        if (cleared.add(new BigDecimal(costs)).signum() != 0)
            throw new IllegalStateException("clearing is not the sum of costs: asset=" + asset);
    }

    private static void require(boolean holds, ReferenceInstrument market) {
        if (!holds) throw new IllegalStateException("positions of a contract do not cancel out: " + market.number);
    }

    BigInteger unrealised(ReferenceInstrument market, int account) {
        BigInteger lots = matching.positions.in(market).getOrDefault(account, ZERO);
        if (lots.signum() == 0) return ZERO;
        BigInteger worth = market.counted(market.contractMark(), lots.abs()).subtract(market.contract.cost(account));
        return worth.multiply(BigInteger.valueOf(lots.signum()));
    }
}
