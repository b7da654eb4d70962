package io.rialto.engine.reference;

import static io.rialto.engine.reference.Refusal.refuseIf;
import static io.rialto.protocol.Reason.*;
import static java.math.BigInteger.ZERO;
import static java.math.BigInteger.valueOf;

import io.rialto.engine.reference.MarginCommand.AssignPositionMargin;
import io.rialto.engine.reference.MarginCommand.SetMarginMode;
import io.rialto.engine.reference.ReferenceContracts.Change;
import io.rialto.protocol.MarginMode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Positions with a margin of their own: who has them, what moves to that margin and what comes back. */
final class ReferenceIsolated {
    private static final int CROSS = 1, ISOLATED = 2;

    private final ReferenceMatching matching;
    private final Set<ReferencePurse> isolated = new HashSet<>();

    ReferenceIsolated(ReferenceMatching matching) {
        this.matching = matching;
    }

    boolean is(ReferenceInstrument market, int account) {
        return isolated.contains(new ReferencePurse(account, market.terms.quoteAsset(), market.number));
    }

    /** What answers for an account's position there. */
    ReferencePurse purse(ReferenceInstrument market, int account) {
        return new ReferencePurse(account, market.terms.quoteAsset(), is(market, account) ? market.number : 0);
    }

    /** Of an account in an asset, its margin first. */
    List<ReferencePurse> purses(int account, int asset) {
        List<ReferencePurse> all = new ArrayList<>(List.of(new ReferencePurse(account, asset, 0)));
        for (ReferenceInstrument market : matching.control.instruments) {
            boolean isOwn = market.isContract() && market.terms.quoteAsset() == asset && is(market, account);
            if (isOwn) all.add(purse(market, account));
        }
        return all;
    }

    /** The contracts whose positions the purse answers for. */
    List<ReferenceInstrument> markets(ReferencePurse purse) {
        List<ReferenceInstrument> markets = new ArrayList<>();
        for (ReferenceInstrument market : matching.control.instruments) {
            if (market.isContract() && purse(market, purse.account()).equals(purse)) markets.add(market);
        }
        return markets;
    }

    BigInteger margin(ReferencePurse purse) {
        BigDecimal margin = purse.isIsolated()
                ? matching.ledger.ofPosition(purse)
                : matching.ledger.margin(purse.account(), purse.asset());
        return margin.toBigIntegerExact();
    }

    BigInteger equity(ReferencePurse purse) {
        BigInteger equity = margin(purse);
        for (ReferenceInstrument market : markets(purse))
            equity = equity.add(matching.contracts.unrealised(market, purse.account()));
        return equity;
    }

    BigInteger maintenance(ReferencePurse purse) {
        BigInteger sum = ZERO;
        for (ReferenceInstrument market : markets(purse))
            sum = sum.add(matching.control.calls.maintenance(market, lots(market, purse.account())));
        return sum;
    }

    void set(ReferenceInstrument market, SetMarginMode asked) {
        refuseIf(!market.isContract(), NOT_A_CONTRACT);
        refuseIf(asked.mode() != CROSS && asked.mode() != ISOLATED, INVALID_MARGIN_MODE);
        int account = asked.account();
        boolean isOwn = is(market, account);
        refuseIf(isOwn == (asked.mode() == ISOLATED), WOULD_CHANGE_NOTHING);
        boolean hasOrders =
                matching.open().stream().anyMatch(one -> one.instrument == market && one.account == account);
        boolean owes = isOwn && margin(purse(market, account)).signum() != 0;
        refuseIf(lots(market, account).signum() != 0 || hasOrders || owes, MARGIN_MODE_IN_USE);
        if (isOwn) isolated.remove(purse(market, account));
        else isolated.add(new ReferencePurse(account, market.terms.quoteAsset(), market.number));
        var modes =
                isOwn ? List.of(MarginMode.ISOLATED, MarginMode.CROSS) : List.of(MarginMode.CROSS, MarginMode.ISOLATED);
        matching.events.add("MarginModeSet", account, market.number, modes);
    }

    void assign(ReferenceInstrument market, AssignPositionMargin asked) {
        int account = asked.account();
        BigInteger amount = valueOf(asked.amountMinor());
        refuseIf(!market.isContract(), NOT_A_CONTRACT);
        refuseIf(amount.signum() == 0, INVALID_AMOUNT);
        refuseIf(!is(market, account), POSITION_NOT_ISOLATED);
        BigInteger has = margin(purse(market, account));
        boolean isFlat = lots(market, account).signum() == 0;
        refuseIf(isFlat && amount.signum() < 0, POSITION_MISSING);
        refuseIf(isFlat && amount.compareTo(has.negate()) > 0, POSITION_MISSING);
        if (amount.signum() > 0) {
            BigInteger free = matching.margin.free(account, market.terms.quoteAsset());
            refuseIf(amount.compareTo(free) > 0, INSUFFICIENT_MARGIN);
        } else {
            BigInteger lost = matching.contracts.unrealised(market, account).min(ZERO);
            BigInteger beyond = has.add(lost).subtract(initial(market, account));
            refuseIf(amount.negate().compareTo(beyond) > 0, POSITION_MARGIN_NEEDED);
        }
        move(market, account, amount);
    }

    /** What a position needs at the least when it is opened, at mark. */
    BigInteger initial(ReferenceInstrument market, int account) {
        BigInteger value =
                market.counted(market.contractMark(), lots(market, account).abs());
        return market.contract.initialMargin(account, value);
    }

    /** After a trade, or what stands for one: money goes to the position's margin or comes back. */
    void follow(ReferenceInstrument market, int account, Change before, Change after, BigInteger fee) {
        if (!is(market, account)) return;
        BigInteger size = before.lots().abs();
        boolean turns = before.lots().signum() * after.lots().signum() < 0;
        BigInteger left = turns ? ZERO : after.lots().abs().min(size);
        BigInteger has = margin(purse(market, account));
        BigInteger had = has;
        if (left.compareTo(size) < 0)
            has = shrunk(market, account, has, left, size, after.realised().subtract(fee), after.realised());
        boolean grows = turns || after.lots().abs().compareTo(size) > 0;
        BigInteger moved = has.subtract(had);
        if (grows) moved = moved.add(grown(market, account, has, turns ? ZERO : before.cost(), after.cost(), moved));
        if (moved.signum() != 0) move(market, account, moved);
    }

    /** What the margin is then. */
    private BigInteger shrunk(
            ReferenceInstrument market,
            int account,
            BigInteger has,
            BigInteger left,
            BigInteger size,
            BigInteger kept,
            BigInteger realised) {
        if (matching.control.liquidation.isOf(purse(market, account))) {
            BigInteger all = has.add(kept);
            return left.signum() == 0 ? all.min(ZERO) : all;
        }
        BigInteger stays = ZERO;
        if (left.signum() > 0 && has.signum() > 0)
            stays = has.subtract(has.multiply(size.subtract(left)).divide(size));
        return has.add(realised).min(stays).max(ZERO);
    }

    /** What the account gives for it of what it has beyond its other positions' initial margins. */
    private BigInteger grown(
            ReferenceInstrument market, int account, BigInteger has, BigInteger from, BigInteger to, BigInteger moved) {
        BigInteger due = market.contract
                .initialMargin(account, ReferenceMargin.counted(to))
                .subtract(market.contract.initialMargin(account, ReferenceMargin.counted(from)));
        ReferencePurse cross = new ReferencePurse(account, market.terms.quoteAsset(), 0);
        BigInteger beyond = equity(cross);
        for (ReferenceInstrument other : markets(cross)) beyond = beyond.subtract(initial(other, account));
        BigInteger most = margin(cross).min(beyond).subtract(moved).max(ZERO);
        return due.add(has.negate().max(ZERO)).min(most);
    }

    private void move(ReferenceInstrument market, int account, BigInteger amount) {
        ReferencePurse purse = purse(market, account);
        matching.ledger.toPosition(purse, new BigDecimal(amount));
        matching.events.add("PositionMarginMoved", amount, margin(purse), account, market.number);
    }

    /** Told by who has moved it otherwise. */
    void tell(ReferenceInstrument market, int account, BigInteger amount) {
        BigInteger has = margin(purse(market, account));
        matching.events.add("PositionMarginMoved", amount, has, account, market.number);
    }

    private BigInteger lots(ReferenceInstrument market, int account) {
        return matching.positions.in(market).getOrDefault(account, ZERO);
    }
}
