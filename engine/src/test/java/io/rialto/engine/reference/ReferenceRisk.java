package io.rialto.engine.reference;

import static io.rialto.engine.reference.ReferenceInstrument.isIn;
import static io.rialto.engine.reference.Refusal.refuseIf;
import static io.rialto.protocol.Reason.*;
import static java.math.BigInteger.ZERO;
import static java.math.BigInteger.valueOf;

import io.rialto.engine.reference.ControlCommand.RemoveRiskRule;
import io.rialto.engine.reference.ControlCommand.SetRiskRule;
import io.rialto.engine.reference.ControlCommand.TestRiskRule;
import io.rialto.protocol.Reason;
import io.rialto.protocol.RiskAction;
import io.rialto.protocol.RiskRuleType;
import io.rialto.protocol.RiskSeverity;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Risk rules, by the rulebook's section 19: what they are, what they measure of an order, what comes of it. */
final class ReferenceRisk {
    private static final int POSITION = 1, MARKETS = 4, VALUE = 6, RATE = 7, OPEN = 8, DEVIATION = 10, HOURS = 12;
    private static final List<Integer> TYPES = List.of(POSITION, MARKETS, VALUE, RATE, OPEN, DEVIATION, HOURS);
    private static final Set<Integer> ALL_TYPES = Set.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
    private static final int EVERYBODY = 1, FIRM = 2, ACCOUNT = 3;
    private static final int ALERT = 1, BLOCK = 2;
    private static final long MINUTE = 60_000_000_000L, DAY = 1_440 * MINUTE;
    private static final BigInteger MOST = valueOf(Long.MAX_VALUE);

    /** What one account has made of a version. */
    static final class Record {
        boolean isBeyond;
        int count;
        long countedNanos;
        final List<Long> orders = new ArrayList<>();
        ReferenceGains gains;
    }

    record Rule(int number, int version, SetRiskRule terms, Map<Integer, Record> records) {
        int action(int count) {
            int action = terms.action();
            for (var step : terms.steps()) if (count >= step.get(0)) action = step.get(1);
            return action;
        }
    }

    record News(Rule rule, int action, List<Object> values) {}

    /** An order as it is asked for, or an open one as it would be. */
    private record Asked(ReferenceOrder order, long ticks, long lots, boolean isAmend) {}

    private final ReferenceMatching matching;
    private final ReferenceControl control;
    final ReferenceHoldings holdings;
    private final TreeMap<Integer, Rule> rules = new TreeMap<>();
    private final List<News> news = new ArrayList<>();
    private int lastNumber;
    /** Why an order would not come in, or NONE. */
    Function<Command, Reason> outlook;

    /** The only rule that is asked, while it is tried out, and what came of it. */
    private Rule trial;

    private Rule asked;
    private BigInteger measured = ZERO;
    private boolean isBeyond;

    ReferenceRisk(ReferenceMatching matching, ReferenceControl control) {
        this.matching = matching;
        this.control = control;
        holdings = new ReferenceHoldings(matching, control, this);
    }

    void set(SetRiskRule asked) {
        checkCodes(asked);
        Rule old = rules.get(asked.rule());
        refuseIf(asked.rule() != 0 && old == null, UNKNOWN_RISK_RULE);
        refuseIf(asked.rule() == 0 && rules.size() == 1_000, TOO_MANY_RISK_RULES);
        checkTerms(asked);
        int number = asked.rule() == 0 ? ++lastNumber : asked.rule();
        int version = old == null ? 1 : old.version + 1;
        rules.put(number, new Rule(number, version, asked, new HashMap<>()));
        matching.events.add("RiskRuleSet", number, version);
    }

    private static void checkCodes(SetRiskRule asked) {
        boolean isSound = ALL_TYPES.contains(asked.type())
                && isIn(EVERYBODY, asked.scope(), ACCOUNT)
                && isIn(ALERT, asked.action(), ReferenceClosings.CLOSE_ALL)
                && isIn(1, asked.severity(), 4)
                && isIn(0, asked.enabled(), 1)
                && asked.name().matches("[ -~]*");
        refuseIf(!isSound, INVALID_RISK_RULE);
    }

    private void checkTerms(SetRiskRule asked) {
        boolean areSteps = asked.steps().stream()
                .allMatch(step -> step.get(0) != 0 && isIn(ALERT, step.get(1), ReferenceClosings.CLOSE_ALL));
        refuseIf(!areSteps, RISK_ESCALATION_NOT_POSSIBLE);
        checkScope(asked);
        ReferenceClosings.check(asked);
        long most = asked.type() == RATE
                ? 1_000
                : asked.type() == DEVIATION ? 10_000_000 : asked.type() == HOURS ? 1_439 : Long.MAX_VALUE;
        most = Math.min(most, ReferenceHoldings.mostOf(asked.type()));
        refuseIf(!isIn(asked.type() == RATE ? 1 : 0, asked.limit(), most), RISK_LIMIT_NOT_POSSIBLE);
        long longest = asked.type() == RATE ? DAY : asked.type() == HOURS ? DAY - 1 : 0;
        refuseIf(!isIn(longest == 0 ? 0 : 1, asked.windowNanos(), longest), RISK_WINDOW_NOT_POSSIBLE);
        refuseIf(!isIn(0, asked.coolDownNanos(), 7 * DAY), RISK_WINDOW_NOT_POSSIBLE);
        int breaches = 1;
        int action = asked.action();
        for (var step : asked.steps()) {
            refuseIf(step.get(0) <= breaches || step.get(1) <= action, RISK_ESCALATION_NOT_POSSIBLE);
            breaches = step.get(0);
            action = step.get(1);
        }
    }

    private void checkScope(SetRiskRule asked) {
        if (asked.scope() == ACCOUNT) control.account(asked.target());
        if (asked.instrument() != 0) control.instrument(asked.instrument());
        refuseIf(asked.asset() != 0 && !isIn(1, asked.asset(), control.assets.getAsInt()), UNKNOWN_ASSET);
        boolean isTarget = asked.scope() == ACCOUNT || (asked.scope() == FIRM) == (asked.target() != 0);
        boolean isAll = asked.instrument() == 0;
        boolean isPlace = asked.type() == VALUE ? isAll == (asked.asset() != 0) : asked.asset() == 0;
        if (asked.type() == POSITION) isPlace &= !isAll;
        if (asked.type() == MARKETS) isPlace &= isAll;
        if (!TYPES.contains(asked.type())) isPlace = isAll && asked.asset() != 0;
        refuseIf(!isTarget || asked.scope() == FIRM && asked.target() < 0 || !isPlace, RISK_SCOPE_NOT_POSSIBLE);
    }

    void remove(RemoveRiskRule asked) {
        Rule old = rules.remove(asked.rule());
        refuseIf(old == null, UNKNOWN_RISK_RULE);
        matching.events.add("RiskRuleRemoved", old.number, old.version);
    }

    /** What a rule would make of an order, as if it were the only one and had seen no breach. */
    void test(TestRiskRule asked) {
        control.account(asked.account());
        for (int i = 0; i < asked.parts().size(); i++) {
            Command part = asked.parts().get(i);
            boolean isPart = part instanceof SetRiskRule || isOrder(part);
            refuseIf(!isPart, i, PART_NOT_POSSIBLE);
            refuseIf(i > 1, WRONG_NUMBER_OF_PARTS);
        }
        refuseIf(asked.parts().size() < 2, WRONG_NUMBER_OF_PARTS);
        Command order = asked.parts().get(1);
        refuseIf(isOrder(asked.parts().get(0)), 0, PART_NOT_POSSIBLE);
        refuseIf(!isOrder(order), 1, PART_NOT_POSSIBLE);
        refuseIf(ReferenceBatch.owner(order) != asked.account(), 1, PART_OF_ANOTHER_ACCOUNT);
        SetRiskRule terms = (SetRiskRule) asked.parts().get(0);
        checkCodes(terms);
        checkTerms(terms);
        refuseIf(!TYPES.contains(terms.type()), NOT_MEASURED_OF_ORDERS);
        trial = new Rule(0, 0, terms, new HashMap<>());
        this.asked = null;
        measured = ZERO;
        isBeyond = false;
        Reason reason = outlook.apply(order);
        trial = null;
        Command.NewOrder plain =
                order instanceof Command.NewSpecialOrder special ? special.order() : (Command.NewOrder) order;
        int isAsked = this.asked == null ? 0 : 1;
        var what = List.of(measured, terms.limit(), asked.account(), plain.instrument());
        matching.events.add("RiskRuleTested", what, isAsked, isBeyond ? 1 : 0, reason);
    }

    private static boolean isOrder(Command part) {
        return part instanceof Command.NewOrder || part instanceof Command.NewSpecialOrder;
    }

    private Iterable<Rule> rules() {
        return trial == null ? rules.values() : List.of(trial);
    }

    /** A new order, whose account's limits let it pass. */
    void admit(ReferenceOrder order) {
        Asked asked = new Asked(order, order.asked.priceTicks(), order.asked.quantityLots(), false);
        if (trial == null) control.standings.refuseMore(order, () -> isReduction(order, lotsOf(asked)));
        boolean isBlocked = isBlocked(asked);
        refuseIf(isBlocked, BLOCKED_BY_RISK_RULE);
        if (matching.isRehearsal) return;
        for (Rule rule : rules()) {
            if (rule.terms.type() == RATE && concerns(rule, order))
                rule.records.get(order.account).orders.add(matching.nowNanos);
        }
    }

    void amend(ReferenceOrder order, long ticks, long total) {
        long open = order.openLots + total - order.totalLots;
        control.standings.refuseMore(order, () -> isReduction(order, open));
        refuseIf(isBlocked(new Asked(order, ticks, total, true), open), BLOCKED_BY_RISK_RULE);
    }

    private boolean isBlocked(Asked asked) {
        return isBlocked(asked, lotsOf(asked));
    }

    private long lotsOf(Asked asked) {
        ReferenceOrder order = asked.order;
        long lots = asked.lots;
        if (order.isByAmount) {
            long ticks = matching.referenceTicks(order);
            var amount = BigDecimal.valueOf(order.asked.quoteAmountMinor());
            lots = ticks == 0 ? 0 : order.instrument.affordable(order.account, amount, ticks, false);
        }
        return lots;
    }

    private boolean isBlocked(Asked asked, long lots) {
        boolean isBlocked = false;
        List<News> fired = new ArrayList<>();
        for (Rule rule : rules()) {
            boolean isOfNew = List.of(RATE, OPEN, MARKETS).contains(rule.terms.type());
            boolean isAsked = concerns(rule, asked.order) && !(asked.isAmend && isOfNew);
            if (isAsked && !TYPES.contains(rule.terms.type()))
                isBlocked |= holdings.blocks(rule, asked.order) && !isReduction(asked.order, lots);
            else if (isAsked) isBlocked |= isBlocked(rule, asked, lots, fired);
        }
        addNews(fired);
        return isBlocked;
    }

    private boolean concerns(Rule rule, ReferenceOrder order) {
        SetRiskRule terms = rule.terms;
        int firm = control.blocks.firms.get(order.account);
        boolean isWho = terms.scope() == EVERYBODY
                || terms.scope() == FIRM && terms.target() == firm
                || terms.scope() == ACCOUNT && terms.target() == order.account;
        boolean isWhere = terms.instrument() == 0 || terms.instrument() == order.instrument.number;
        boolean isIts = terms.asset() == 0 || terms.asset() == order.instrument.terms.quoteAsset();
        return terms.enabled() == 1 && isWho && isWhere && isIts;
    }

    private boolean isBlocked(Rule rule, Asked asked, long lots, List<News> fired) {
        ReferenceOrder order = asked.order;
        Record record = matching.isRehearsal
                ? rule.records.getOrDefault(order.account, new Record())
                : rule.records.computeIfAbsent(order.account, any -> new Record());
        BigInteger measured = measured(rule, asked, lots, record);
        boolean isBeyond = rule.terms.type() == HOURS
                ? isOutside(rule.terms)
                : measured.compareTo(valueOf(rule.terms.limit())) > 0;
        boolean isCool = record.count == 0 || matching.nowNanos - record.countedNanos >= rule.terms.coolDownNanos();
        if (rule == trial) {
            this.asked = rule;
            this.measured = measured;
            this.isBeyond = isBeyond;
        }
        boolean isAnother = isBeyond && !record.isBeyond && isCool;
        int count = record.count + (isAnother ? 1 : 0);
        if (!matching.isRehearsal) {
            record.isBeyond = isBeyond;
            record.count = count;
            if (isAnother) record.countedNanos = matching.nowNanos;
            if (isAnother) fired.add(news(rule, order, measured, count));
        }
        return isBeyond && rule.action(count) == BLOCK && !isHarmless(rule, order, lots);
    }

    private static News news(Rule rule, ReferenceOrder order, BigInteger measured, int count) {
        return news(rule, order.account, order.instrument.number, measured, count);
    }

    static News news(Rule rule, int account, int instrument, BigInteger measured, int count) {
        SetRiskRule terms = rule.terms;
        int action = rule.action(count);
        List<Object> values = List.of(
                measured,
                terms.limit(),
                rule.number,
                rule.version,
                account,
                instrument,
                count,
                RiskRuleType.get((short) terms.type()),
                RiskAction.get((short) action),
                RiskSeverity.get((short) terms.severity()));
        return new News(rule, action, values);
    }

    /** When a command is over, its breaches are told as far as there is room. */
    void tell() {
        while (!news.isEmpty() && matching.events.size() < ReferenceMatching.MAX_EVENTS)
            matching.events.add("RiskBreached", news.remove(0).values);
    }

    private boolean isOutside(SetRiskRule hours) {
        long since = Math.floorMod(matching.nowNanos - hours.limit() * MINUTE, DAY);
        return since >= hours.windowNanos();
    }

    private BigInteger measured(Rule rule, Asked asked, long lots, Record record) {
        ReferenceOrder order = asked.order;
        return switch (rule.terms.type()) {
            case POSITION -> worst(order, lots);
            case MARKETS -> valueOf(markets(order, true).size());
            case VALUE ->
                control.limits
                        .worth(order, asked.ticks, asked.lots)
                        .toBigInteger()
                        .min(MOST);
            case RATE -> {
                long from = matching.nowNanos - rule.terms.windowNanos();
                long within =
                        record.orders.stream().filter(nanos -> nanos > from).count();
                yield valueOf(Math.min(within, rule.terms.limit()) + 1 + matching.ordersAhead);
            }
            case OPEN -> {
                boolean mayStay = order.asked.timeInForce() != 2 && order.asked.timeInForce() != 3;
                long open = matching.open().stream()
                        .filter(one -> one.account == order.account)
                        .filter(one -> rule.terms.instrument() == 0 || one.instrument.number == rule.terms.instrument())
                        .count();
                yield valueOf(mayStay ? open + 1 + matching.ordersAhead : 0);
            }
            case DEVIATION -> ReferenceDeviation.bps(order.instrument, asked.ticks);
            default -> valueOf(Math.floorMod(matching.nowNanos, DAY) / MINUTE);
        };
    }

    /** What is kept of it, or else what is owned of the base asset. */
    private BigInteger position(int account, ReferenceInstrument market) {
        if (ReferencePositions.areTracked(market))
            return matching.positions.in(market).getOrDefault(account, ZERO);
        BigInteger owned =
                matching.ledger.total(account, market.terms.baseAsset()).toBigInteger();
        return owned.divide(market.base(1).toBigInteger());
    }

    /** Of all others that could make the position larger. */
    private BigInteger open(ReferenceOrder but, boolean isBuy) {
        return matching.open().stream()
                .filter(one -> one != but && one.account == but.account && one.instrument == but.instrument)
                .filter(one -> one.isBuy == isBuy && !one.isReduceOnly())
                .map(one -> valueOf(one.openLots))
                .reduce(ZERO, BigInteger::add);
    }

    /** How large the position could get with so much of the order. */
    private BigInteger worst(ReferenceOrder order, long lots) {
        BigInteger own = order.isReduceOnly() ? ZERO : valueOf(lots);
        BigInteger position = position(order.account, order.instrument);
        BigInteger buys = open(order, true).add(order.isBuy ? own : ZERO).min(MOST);
        BigInteger sells = open(order, false).add(order.isBuy ? ZERO : own).min(MOST);
        return position.add(buys).abs().max(position.subtract(sells).abs()).min(MOST);
    }

    private TreeSet<Integer> markets(ReferenceOrder order, boolean withIt) {
        TreeSet<Integer> markets = new TreeSet<>();
        for (ReferenceInstrument market : control.instruments) {
            if (position(order.account, market).signum() != 0) markets.add(market.number);
        }
        for (ReferenceOrder one : matching.open()) {
            if (one.account == order.account && !one.isReduceOnly()) markets.add(one.instrument.number);
        }
        if (withIt && !order.isReduceOnly()) markets.add(order.instrument.number);
        return markets;
    }

    /** Whether the order makes nothing worse: it can only bring the position closer to zero, or leaves all as it is. */
    private boolean isHarmless(Rule rule, ReferenceOrder order, long lots) {
        if (isReduction(order, lots)) return true;
        if (rule.terms.type() == POSITION) {
            boolean isOpen = matching.open().contains(order);
            long before = isOpen ? order.openLots : 0;
            return worst(order, lots).compareTo(worst(order, before)) <= 0;
        }
        return rule.terms.type() == MARKETS && markets(order, true).equals(markets(order, false));
    }

    /** Whether it can only bring the position closer to zero. */
    private boolean isReduction(ReferenceOrder order, long lots) {
        if (order.isReduceOnly()) return true;
        BigInteger position = position(order.account, order.instrument);
        BigInteger toReduce = order.isBuy ? position.negate() : position;
        BigInteger side = open(order, order.isBuy).add(valueOf(lots)).min(MOST);
        return toReduce.signum() > 0 && side.compareTo(toReduce) <= 0;
    }

    Iterable<Rule> all() {
        return rules.values();
    }

    void addNews(List<News> fired) {
        fired.sort(Comparator.comparingInt((News one) -> -one.action).thenComparing(one -> one.rule.number));
        news.addAll(fired);
    }
}
