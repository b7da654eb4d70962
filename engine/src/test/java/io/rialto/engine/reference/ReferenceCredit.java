package io.rialto.engine.reference;

import static io.rialto.engine.reference.ReferenceInstrument.isIn;
import static io.rialto.engine.reference.Refusal.refuseIf;
import static io.rialto.protocol.Reason.*;
import static java.math.BigDecimal.ZERO;
import static java.math.BigDecimal.valueOf;

import io.rialto.engine.reference.FirmCommand.SetCreditLimit;
import io.rialto.protocol.CreditScope;
import io.rialto.protocol.Reason;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Credit as a tree: an order climbs from its trader to its account to the firm, and takes from each what is open of it. */
final class ReferenceCredit {
    private static final int FIRM = 1, ACCOUNT = 2, TRADER = 3;
    private static final long DAY_NANOS = 86_400_000_000_000L;
    private static final BigDecimal MOST = valueOf(Long.MAX_VALUE);

    private record Node(int scope, int target, int trader, int asset) {}

    private record Traded(Node node, long day, BigDecimal minor) {}

    private final ReferenceMatching matching;
    private final ReferenceControl control;
    private final Map<Node, SetCreditLimit> limits = new HashMap<>();
    private final List<Traded> traded = new ArrayList<>();

    ReferenceCredit(ReferenceMatching matching, ReferenceControl control) {
        this.matching = matching;
        this.control = control;
    }

    void decide(FirmCommand command) {
        if (command instanceof SetCreditLimit asked) set(asked);
    }

    private void set(SetCreditLimit asked) {
        boolean isTrader = asked.scope() == TRADER ? asked.trader() > 0 : asked.trader() == 0;
        refuseIf(!isIn(FIRM, asked.scope(), TRADER) || !isTrader, CREDIT_LIMIT_NOT_POSSIBLE);
        boolean isFirm = asked.target() != 0 && control.blocks.firms.containsValue(asked.target());
        refuseIf(asked.scope() == FIRM && !isFirm, UNKNOWN_FIRM);
        if (asked.scope() != FIRM) control.account(asked.target());
        refuseIf(asked.asset() < 1 || asked.asset() > control.assets.getAsInt(), UNKNOWN_ASSET);
        for (long limit : List.of(asked.order(), asked.open(), asked.day()))
            refuseIf(limit != Command.NULL && limit < 0, CREDIT_LIMIT_NOT_POSSIBLE);
        Node node = new Node(asked.scope(), asked.target(), asked.trader(), asked.asset());
        long none = Command.NULL;
        SetCreditLimit old = limits.getOrDefault(
                node, new SetCreditLimit(node.scope, node.target, node.trader, node.asset, none, none, none));
        refuseIf(old.equals(asked), WOULD_CHANGE_NOTHING);
        limits.put(node, asked);
        var three = List.of(asked.order(), asked.open(), asked.day());
        var scope = CreditScope.get((short) asked.scope());
        matching.events.add("CreditLimitSet", three, asked.target(), asked.trader(), asked.asset(), scope);
    }

    void admit(ReferenceOrder order) {
        BigDecimal worth = control.limits
                .worth(order, order.asked.priceTicks(), order.asked.quantityLots())
                .min(MOST);
        climb(order, matching.caller.trader(), worth, worth);
    }

    void amend(ReferenceOrder order, long ticks, long total) {
        BigDecimal worth = control.limits.worth(order, ticks, total).min(MOST);
        long executed = order.totalLots - order.openLots;
        climb(order, trader(order), worth, worth(order, ticks, total - executed));
    }

    private static int trader(ReferenceOrder order) {
        return order.by == null ? 0 : order.by.trader();
    }

    private void climb(ReferenceOrder order, int trader, BigDecimal worth, BigDecimal open) {
        for (int scope : List.of(TRADER, ACCOUNT, FIRM)) {
            Node node = node(scope, order, trader);
            SetCreditLimit limit = limits.get(node);
            if (limit == null || scope != ACCOUNT && (scope == TRADER ? trader : node.target) == 0) continue;
            Reason reason = scope == TRADER
                    ? TRADER_CREDIT_EXCEEDED
                    : scope == ACCOUNT ? ACCOUNT_CREDIT_EXCEEDED : FIRM_CREDIT_EXCEEDED;
            BigDecimal used = open;
            for (ReferenceOrder other : matching.open()) {
                if (other != order && node.equals(node(scope, other, trader(other))))
                    used = used.add(worth(other, other.priceTicks, other.openLots));
            }
            refuseIf(isBeyond(worth, limit.order()), reason);
            refuseIf(isBeyond(used, limit.open()), reason);
            refuseIf(isBeyond(used.add(today(node)), limit.day()), reason);
        }
    }

    /** As an order that trades at once, of nobody in particular; within a firm nothing is asked of the firm. */
    void takeUp(int giver, int taker, ReferenceInstrument market, BigDecimal value) {
        for (Node node : takers(giver, taker, market)) {
            SetCreditLimit limit = limits.get(node);
            if (limit == null) continue;
            Reason reason = node.scope == ACCOUNT ? ACCOUNT_CREDIT_EXCEEDED : FIRM_CREDIT_EXCEEDED;
            BigDecimal used = value;
            for (ReferenceOrder other : matching.open()) {
                if (node.equals(node(node.scope, other, trader(other))))
                    used = used.add(worth(other, other.priceTicks, other.openLots));
            }
            refuseIf(isBeyond(value, limit.order()), reason);
            refuseIf(isBeyond(used, limit.open()), reason);
            refuseIf(isBeyond(used.add(today(node)), limit.day()), reason);
        }
    }

    void tookUp(int giver, int taker, ReferenceInstrument market, BigDecimal value) {
        for (Node node : takers(giver, taker, market))
            if (limits.containsKey(node)) traded.add(new Traded(node, day(), value));
    }

    private List<Node> takers(int giver, int taker, ReferenceInstrument market) {
        int asset = market.terms.quoteAsset();
        int firm = control.blocks.firms.get(taker);
        Node account = new Node(ACCOUNT, taker, 0, asset);
        boolean isOther = firm != 0 && firm != control.blocks.firms.get(giver);
        return isOther ? List.of(account, new Node(FIRM, firm, 0, asset)) : List.of(account);
    }

    private BigDecimal today(Node node) {
        return traded.stream()
                .filter(one -> one.node.equals(node) && one.day == day())
                .map(Traded::minor)
                .reduce(ZERO, BigDecimal::add);
    }

    /** No sum counts beyond the greatest number. */
    private static boolean isBeyond(BigDecimal minor, long limit) {
        return limit != Command.NULL && minor.min(MOST).compareTo(valueOf(limit)) > 0;
    }

    private Node node(int scope, ReferenceOrder order, int trader) {
        int asset = order.instrument.terms.quoteAsset();
        if (scope == FIRM) return new Node(FIRM, control.blocks.firms.get(order.account), 0, asset);
        return new Node(scope, order.account, scope == TRADER ? trader : 0, asset);
    }

    /** At the price that it holds by. */
    private static BigDecimal worth(ReferenceOrder order, long ticks, long lots) {
        boolean isCapped = order.isPegged() && order.asked.priceTicks() != 0;
        long by = isCapped ? order.asked.priceTicks() : ticks;
        return by <= 0 || lots <= 0 ? ZERO : order.instrument.notional(by, lots).min(MOST);
    }

    private long day() {
        return Math.floorDiv(matching.nowNanos, DAY_NANOS);
    }

    /** Each side for itself, as far as it had a limit then. */
    void traded(ReferenceOrder taker, ReferenceOrder maker, BigDecimal minor) {
        for (ReferenceOrder order : List.of(taker, maker)) {
            for (int scope : List.of(TRADER, ACCOUNT, FIRM)) {
                Node node = node(scope, order, trader(order));
                if (limits.containsKey(node)) traded.add(new Traded(node, day(), minor));
            }
        }
    }
}
