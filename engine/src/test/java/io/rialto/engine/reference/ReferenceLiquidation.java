package io.rialto.engine.reference;

import static io.rialto.engine.reference.ReferenceFunding.FUND;
import static io.rialto.protocol.OrderType.LIMIT;
import static io.rialto.protocol.Reason.MARGIN_EXHAUSTED;
import static io.rialto.protocol.TimeInForce.IOC;
import static java.math.BigInteger.ONE;
import static java.math.BigInteger.ZERO;
import static java.math.BigInteger.valueOf;

import io.rialto.protocol.ClosingCause;
import io.rialto.protocol.Phase;
import io.rialto.protocol.PostOnly;
import io.rialto.protocol.SelfTradePrevention;
import io.rialto.protocol.TransferCause;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Section 14: what becomes of accounts whose positions need all of their equity, one step at a time. */
final class ReferenceLiquidation {
    static final int BUFFER = 65, SHARING = 66;
    private static final BigInteger MOST = ONE.shiftLeft(61);
    private static final BigInteger WHOLE = valueOf(10_000_000);
    private static final BigInteger MOST_PART = valueOf(Integer.MAX_VALUE);
    private static final int HALF_A_FRAME = ReferenceMatching.MAX_EVENTS / 2;

    /** A position that somebody else has to take. */
    private record Held(ReferenceInstrument market, int account, BigInteger lots) {}

    private final ReferenceMatching matching;
    private final ReferenceControl control;
    private final ReferenceMarginCalls calls;
    private final List<ReferencePurse> distressed = new ArrayList<>();
    private boolean isStuck;

    ReferenceLiquidation(ReferenceMatching matching, ReferenceControl control, ReferenceMarginCalls calls) {
        this.matching = matching;
        this.control = control;
        this.calls = calls;
    }

    boolean isOf(ReferencePurse purse) {
        return distressed.contains(purse);
    }

    void retry() {
        isStuck = false;
    }

    boolean isPending() {
        return !isStuck && !distressed.isEmpty();
    }

    void begin(ReferencePurse purse) {
        int account = purse.account();
        distressed.add(purse);
        isStuck = false;
        if (purse.isIsolated()) matching.events.add("PositionLiquidationBegun", account, purse.instrument());
        else matching.events.add("LiquidationBegun", account, purse.asset());
        // Orders for isolated positions ask the account's margin, too.
        var asking = purse.isIsolated() ? own().markets(purse) : settledIn(purse.asset());
        for (ReferenceInstrument market : asking) {
            int sign = lots(market, account).signum();
            control.blocks.add(
                    account,
                    MARGIN_EXHAUSTED,
                    order -> order.instrument == market
                            && order.account == account
                            && (sign == 0 || sign > 0 == order.isBuy));
        }
        for (ReferenceInstrument market : own().markets(purse)) {
            if (lots(market, account).signum() == 0) continue;
            control.blocks.add(
                    account, MARGIN_EXHAUSTED, order -> order.instrument == market && order.account == account);
        }
    }

    void end(ReferencePurse purse, BigInteger equity, BigInteger maintenance) {
        int account = purse.account();
        int asset = purse.asset();
        distressed.remove(purse);
        BigInteger covered = ZERO;
        if (equity.signum() < 0 && maintenance.signum() == 0) {
            BigInteger has = margin(FUND, asset).min(matching.margin.equity(FUND, asset));
            covered = has.min(equity.negate()).max(ZERO);
            matching.ledger.moveMargin(FUND, account, asset, new BigDecimal(covered));
        }
        if (purse.isIsolated()) {
            matching.ledger.toPosition(purse, new BigDecimal(covered));
            matching.events.add("PositionLiquidationEnded", equity, covered, account, purse.instrument());
        } else matching.events.add("LiquidationEnded", equity, covered, account, asset);
    }

    /** False when the frame has no room for a step. */
    boolean isStepDone() {
        if (matching.events.size() > HALF_A_FRAME) return false;
        List<ReferencePurse> line = new ArrayList<>(distressed);
        line.sort(this::byNeed);
        isStuck = !isNetted(line) && line.stream().noneMatch(this::isHelped);
        return true;
    }

    /** Equity over maintenance, the least first. */
    private int byNeed(ReferencePurse one, ReferencePurse other) {
        BigInteger left = own().equity(one).multiply(own().maintenance(other));
        BigInteger right = own().equity(other).multiply(own().maintenance(one));
        if (!left.equals(right)) return left.compareTo(right);
        // Margins in assets come before those of positions.
        return Comparator.comparing(ReferencePurse::account)
                .thenComparing(ReferencePurse::instrument)
                .thenComparing(ReferencePurse::asset)
                .compare(one, other);
    }

    private boolean isNetted(List<ReferencePurse> line) {
        for (ReferenceInstrument market : control.instruments) {
            if (!market.isContract() || !trades(market)) continue;
            var held = line.stream()
                    .filter(one -> one.equals(own().purse(market, one.account())))
                    .map(one -> new Held(market, one.account(), lots(market, one.account())))
                    .filter(this::fits)
                    .toList();
            var bought = held.stream().filter(one -> one.lots.signum() > 0).findFirst();
            var sold = held.stream().filter(one -> one.lots.signum() < 0).findFirst();
            if (bought.isEmpty() || sold.isEmpty()) continue;
            BigInteger lots = bought.get().lots.min(sold.get().lots.negate());
            move(market, bought.get().account, sold.get().account, lots, market.contractMark(), TransferCause.NETTED);
            return true;
        }
        return false;
    }

    private boolean isHelped(ReferencePurse purse) {
        return own().markets(purse).stream()
                .map(market -> new Held(market, purse.account(), lots(market, purse.account())))
                .filter(held -> trades(held.market) && fits(held))
                .sorted(Comparator.comparing((Held held) -> calls.maintenance(held.market, held.lots))
                        .reversed()
                        .thenComparing(held -> held.market.number))
                .anyMatch(held -> isSold(held) || isTaken(held));
    }

    private boolean isSold(Held held) {
        BigInteger size = held.lots.abs();
        BigInteger least = ONE;
        BigInteger most = size;
        while (least.compareTo(most) < 0) {
            BigInteger middle = least.add(most).shiftRight(1);
            if (isEnough(held, middle)) most = middle;
            else least = middle.add(ONE);
        }
        boolean isBuy = held.lots.signum() < 0;
        return close(
                held.market, held.account, isBuy, least.longValueExact(), bankruptcy(held), ClosingCause.LIQUIDATION);
    }

    /** An order of the venue's own; whether it traded. */
    boolean close(ReferenceInstrument market, int account, boolean isBuy, long lots, long ticks, ClosingCause cause) {
        var asked = new Command.NewOrder(account, market.number, ticks, lots, 0, isBuy ? 1 : 2, 1, 2, 0, 1, "");
        ReferenceOrder order = new ReferenceOrder(asked, null, market, SelfTradePrevention.NONE);
        order.by = new Command.Asked(0, 0, 0, 0);
        if (matching.fillable(order, matching.events.size()) == 0) return false;
        order.number = matching.nextNumber();
        matching.events.add("ClosingOrderMade", order.number, account, market.number, cause);
        var what = List.of(order.number, ticks, lots, 0, account, market.number);
        matching.events.add("OrderAccepted", what, order.side, LIMIT, IOC, PostOnly.NO, order.mode);
        matching.arrive(order);
        return order.executedLots > 0;
    }

    private boolean isEnough(Held held, BigInteger gone) {
        BigInteger needed = ZERO;
        BigInteger buffered = ZERO;
        ReferencePurse purse = own().purse(held.market, held.account);
        for (ReferenceInstrument market : own().markets(purse)) {
            BigInteger lots = lots(market, held.account).abs();
            BigInteger left = market == held.market ? lots.subtract(gone) : lots;
            BigInteger maintenance = calls.maintenance(market, left);
            long rate = market.parameter(BUFFER) == Command.NULL ? 1_000_000 : market.parameter(BUFFER);
            needed = needed.add(maintenance);
            buffered = buffered.add(maintenance).add(ReferenceContract.up(maintenance.multiply(valueOf(rate)), WHOLE));
        }
        BigInteger equity = own().equity(purse);
        return equity.compareTo(needed) > 0 && equity.compareTo(buffered) >= 0;
    }

    private boolean isTaken(Held held) {
        ReferenceInstrument market = held.market;
        if (!trades(market)) return false;
        long ticks = bankruptcy(held);
        if (canFundTake(held, ticks)) {
            move(market, held.account, FUND, held.lots, ticks, TransferCause.TAKEN_OVER);
            return true;
        }
        Integer first = null;
        for (int account : control.blocks.firms.keySet().stream().sorted().toList()) {
            if (!mayBeMet(held, account)) continue;
            boolean isBetter = first == null || rank(market, account).compareTo(rank(market, first)) > 0;
            if (isBetter) first = account;
        }
        if (first == null) return false;
        BigInteger size = held.lots.abs().min(lots(market, first).abs());
        boolean wins = rank(market, first).signum() >= 0;
        TransferCause cause = wins ? TransferCause.DELEVERAGED : TransferCause.LOSS_SHARED;
        move(market, held.account, first, size.multiply(valueOf(held.lots.signum())), ticks, cause);
        return true;
    }

    private boolean mayBeMet(Held held, int account) {
        Held other = new Held(held.market, account, lots(held.market, account));
        boolean isOpposite = other.lots.signum() == -held.lots.signum();
        if (!isOpposite || isOf(own().purse(held.market, account)) || !fits(other)) return false;
        return held.market.parameter(SHARING) == 1 || rank(held.market, account).signum() >= 0;
    }

    /** Return on cost times leverage; of those without profit, one less than minus the loss on cost. */
    private BigInteger rank(ReferenceInstrument market, int account) {
        BigInteger gained = matching.contracts.unrealised(market, account);
        BigInteger cost = market.contract.cost(account);
        if (gained.signum() <= 0) return part(gained.negate(), WHOLE, cost).not();
        BigInteger value =
                market.value(market.contractMark(), lots(market, account).abs());
        BigInteger equity = own().equity(own().purse(market, account));
        return part(gained, WHOLE, cost).multiply(part(value, valueOf(100), equity));
    }

    private static BigInteger part(BigInteger minor, BigInteger times, BigInteger of) {
        return of.signum() <= 0 ? MOST_PART : minor.multiply(times).divide(of).min(MOST_PART);
    }

    private boolean canFundTake(Held held, long ticks) {
        ReferenceInstrument market = held.market;
        int asset = market.terms.quoteAsset();
        BigInteger before = lots(market, FUND);
        BigInteger after = before.add(held.lots);
        if (!isCounted(market, FUND, before) || !isCounted(market, FUND, after)) return false;
        BigInteger gained = market.value(market.contractMark(), held.lots.abs())
                .subtract(market.value(ticks, held.lots.abs()))
                .multiply(valueOf(held.lots.signum()));
        BigInteger needed = own().maintenance(new ReferencePurse(FUND, asset, 0))
                .subtract(calls.maintenance(market, before))
                .add(calls.maintenance(market, after));
        return matching.margin.equity(FUND, asset).add(gained).compareTo(needed) >= 0;
    }

    /** Where nothing of the account's equity is left, rounded against it. */
    private long bankruptcy(Held held) {
        BigInteger size = held.lots.abs();
        BigDecimal perTick = new BigDecimal(held.market.value(1, size));
        BigInteger equity = own().equity(own().purse(held.market, held.account));
        BigInteger value = held.market.value(held.market.contractMark(), size);
        boolean isLong = held.lots.signum() > 0;
        BigDecimal left = new BigDecimal(isLong ? value.subtract(equity) : value.add(equity));
        var rounding = isLong ? RoundingMode.CEILING : RoundingMode.FLOOR;
        return left.divide(perTick, 0, rounding).max(BigDecimal.ONE).longValueExact();
    }

    private boolean fits(Held held) {
        return held.lots.signum() != 0 && isCounted(held.market, held.account, held.lots);
    }

    private boolean isCounted(ReferenceInstrument market, int account, BigInteger lots) {
        int asset = market.terms.quoteAsset();
        return List.of(
                        market.value(market.contractMark(), lots.abs()),
                        market.contract.cost(account),
                        own().equity(own().purse(market, account)),
                        own().margin(own().purse(market, account)),
                        margin(account, asset),
                        margin(ReferenceContracts.CLEARING, asset))
                .stream()
                .allMatch(number -> number.abs().compareTo(MOST) <= 0);
    }

    private void move(ReferenceInstrument market, int from, int to, BigInteger lots, long ticks, TransferCause cause) {
        matching.contracts.transfer(market, from, to, lots, ticks, cause);
    }

    boolean trades(ReferenceInstrument market) {
        return market.session.phase == Phase.CONTINUOUS && control.trades(market);
    }

    private List<ReferenceInstrument> settledIn(int asset) {
        return control.instruments.stream()
                .filter(one -> one.isContract() && one.terms.quoteAsset() == asset)
                .toList();
    }

    private BigInteger lots(ReferenceInstrument market, int account) {
        return matching.positions.in(market).getOrDefault(account, ZERO);
    }

    private BigInteger margin(int account, int asset) {
        return matching.ledger.margin(account, asset).toBigIntegerExact();
    }

    private ReferenceIsolated own() {
        return matching.margin.isolated;
    }
}
