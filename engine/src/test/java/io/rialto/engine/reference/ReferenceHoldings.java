package io.rialto.engine.reference;

import static java.math.BigInteger.ZERO;
import static java.math.BigInteger.valueOf;

import io.rialto.engine.reference.ControlCommand.SetRiskRule;
import io.rialto.engine.reference.ReferenceRisk.News;
import io.rialto.engine.reference.ReferenceRisk.Record;
import io.rialto.engine.reference.ReferenceRisk.Rule;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rules about what accounts have in contracts settled in an asset: all of them are asked after every command. */
final class ReferenceHoldings {
    private static final int DAILY_LOSS = 2, DRAWDOWN = 3, LEVERAGE = 5, CONCENTRATION = 9, STREAK = 11;
    private static final List<Integer> TYPES = List.of(DAILY_LOSS, DRAWDOWN, LEVERAGE, CONCENTRATION, STREAK);
    private static final int EVERYBODY = 1, FIRM = 2, BLOCK = 2;
    private static final long DAY = 86_400_000_000_000L;
    private static final BigInteger MOST = valueOf(Long.MAX_VALUE);
    private static final BigInteger WHOLE = valueOf(10_000);

    private record Whose(int account, int asset) {}

    private final ReferenceMatching matching;
    private final ReferenceControl control;
    private final ReferenceRisk risk;
    private final Map<Whose, BigInteger> brought = new HashMap<>();

    ReferenceHoldings(ReferenceMatching matching, ReferenceControl control, ReferenceRisk risk) {
        this.matching = matching;
        this.control = control;
        this.risk = risk;
    }

    static long mostOf(int type) {
        if (type == DRAWDOWN || type == CONCENTRATION) return 9_999;
        return type == LEVERAGE ? 100_000 : type == STREAK ? 1_000 : Long.MAX_VALUE;
    }

    void brought(int account, int asset, long minor) {
        BigInteger before = brought.getOrDefault(new Whose(account, asset), ZERO);
        brought.put(new Whose(account, asset), bounded(before.add(valueOf(minor))));
    }

    void realised(int account, int asset, BigInteger minor) {
        if (minor.signum() == 0) return;
        for (Rule rule : risk.all()) {
            if (!concerns(rule, account, asset)) continue;
            ReferenceGains gains = record(rule, account, asset).gains;
            gains.streak = minor.signum() < 0 ? gains.streak + 1 : 0;
        }
    }

    private boolean concerns(Rule rule, int account, int asset) {
        SetRiskRule terms = rule.terms();
        boolean isWho = terms.scope() == EVERYBODY
                || terms.target() == (terms.scope() == FIRM ? control.blocks.firms.get(account) : account);
        return TYPES.contains(terms.type()) && terms.enabled() == 1 && terms.asset() == asset && isWho;
    }

    private Record record(Rule rule, int account, int asset) {
        Record record = rule.records().computeIfAbsent(account, any -> new Record());
        if (record.gains == null) {
            record.gains = new ReferenceGains();
            record.gains.last = record.gains.start = record.gains.peak = gained(account, asset);
            record.gains.day = today();
        }
        return record;
    }

    private BigInteger gained(int account, int asset) {
        BigInteger equity = bounded(matching.margin.wholeEquity(account, asset));
        return bounded(equity.subtract(brought.getOrDefault(new Whose(account, asset), ZERO)));
    }

    private long today() {
        return Math.floorDiv(matching.nowNanos, DAY);
    }

    void look(int account, int asset) {
        List<News> fired = new ArrayList<>();
        for (Rule rule : risk.all()) {
            if (concerns(rule, account, asset)) look(rule, account, asset, fired);
        }
        risk.addNews(fired);
        if (!fired.isEmpty()) act(fired.get(0), account, asset);
    }

    /** The most severe action alone, of equals that of the lowest rule. */
    private void act(News news, int account, int asset) {
        ReferenceClosings closings = control.closings;
        SetRiskRule terms = news.rule().terms();
        ReferenceInstrument largest = null;
        BigInteger all = ZERO;
        for (ReferenceInstrument market : control.instruments) {
            if (!market.isContract() || market.terms.quoteAsset() != asset) continue;
            BigInteger worth = worth(market, account);
            all = bounded(all.add(worth));
            boolean isLarger = worth.signum() > 0 && (largest == null || worth.compareTo(worth(largest, account)) > 0);
            if (isLarger) largest = market;
        }
        if (news.action() == ReferenceClosings.CLOSE_ALL)
            closings.closeAll(account, news.rule().number());
        if (news.action() == ReferenceClosings.CLOSE)
            closings.close(account, asset, largest, news.rule().number());
        if (news.action() != ReferenceClosings.REDUCE) return;
        BigInteger keeps = all;
        if (largest != null && terms.type() == LEVERAGE) {
            BigInteger equity =
                    bounded(matching.margin.wholeEquity(account, asset)).max(ZERO);
            BigInteger allowed = equity.multiply(valueOf(terms.limit())).divide(valueOf(100));
            keeps = worth(largest, account).subtract(all.subtract(allowed));
        } else if (largest != null) {
            BigInteger others = all.subtract(worth(largest, account));
            keeps = others.multiply(valueOf(terms.limit())).divide(WHOLE.subtract(valueOf(terms.limit())));
        }
        BigInteger tooMuch = largest == null ? ZERO : worth(largest, account).subtract(keeps);
        BigInteger ofLot = largest == null ? ZERO : market(largest);
        closings.reduce(account, asset, largest, ofLot.signum() == 0 ? ZERO : ReferenceContract.up(tooMuch, ofLot));
    }

    private static BigInteger market(ReferenceInstrument market) {
        return market.counted(market.contractMark(), BigInteger.ONE);
    }

    private BigInteger worth(ReferenceInstrument market, int account) {
        BigInteger lots = matching.positions.in(market).getOrDefault(account, ZERO);
        return market.counted(market.contractMark(), lots.abs());
    }

    private void look(Rule rule, int account, int asset, List<News> fired) {
        Record record = record(rule, account, asset);
        ReferenceGains gains = record.gains;
        if (today() > gains.day) {
            gains.start = gains.last;
            gains.day = today();
            if (rule.terms().type() == DAILY_LOSS) record.isBeyond = false;
        }
        gains.last = gained(account, asset);
        gains.peak = gains.peak.max(gains.last);
        BigInteger measured = measured(rule, gains, account, asset);
        boolean isBeyond = measured.compareTo(valueOf(rule.terms().limit())) > 0;
        boolean isCool = record.count == 0
                || matching.nowNanos - record.countedNanos >= rule.terms().coolDownNanos();
        boolean isAnother = isBeyond && !record.isBeyond && isCool;
        record.isBeyond = isBeyond;
        if (!isAnother) return;
        record.count++;
        record.countedNanos = matching.nowNanos;
        fired.add(ReferenceRisk.news(rule, account, 0, measured, record.count));
    }

    private BigInteger measured(Rule rule, ReferenceGains gains, int account, int asset) {
        BigInteger equity = bounded(matching.margin.wholeEquity(account, asset));
        BigInteger all = ZERO;
        BigInteger largest = ZERO;
        for (ReferenceInstrument market : control.instruments) {
            if (!market.isContract() || market.terms.quoteAsset() != asset) continue;
            BigInteger lots = matching.positions.in(market).getOrDefault(account, ZERO);
            BigInteger worth = market.counted(market.contractMark(), lots.abs());
            all = bounded(all.add(worth));
            largest = largest.max(worth);
        }
        return switch (rule.terms().type()) {
            case DAILY_LOSS -> gains.start.subtract(gains.last).max(ZERO).min(MOST);
            case DRAWDOWN -> {
                BigInteger lost = gains.peak.subtract(gains.last).min(MOST);
                BigInteger peak = bounded(equity.add(lost));
                yield lost.signum() == 0 ? ZERO : peak.signum() <= 0 ? MOST : up(lost.multiply(WHOLE), peak);
            }
            case LEVERAGE ->
                all.signum() == 0 ? ZERO : equity.signum() <= 0 ? MOST : up(all.multiply(valueOf(100)), equity);
            case CONCENTRATION -> all.signum() == 0 ? ZERO : up(largest.multiply(WHOLE), all);
            default -> valueOf(gains.streak);
        };
    }

    private static BigInteger up(BigInteger whole, BigInteger by) {
        return ReferenceContract.up(whole, by).min(MOST);
    }

    private static BigInteger bounded(BigInteger minor) {
        return minor.min(MOST).max(MOST.negate());
    }

    /** While an account is beyond, on the same day where it is a day's; the order does not reduce. */
    boolean blocks(Rule rule, ReferenceOrder order) {
        Record record = rule.records().get(order.account);
        boolean isOld = rule.terms().type() == DAILY_LOSS && record != null && record.gains.day != today();
        boolean isBeyond = record != null && record.isBeyond && !isOld;
        return isBeyond && order.instrument.isContract() && rule.action(record.count) >= BLOCK;
    }
}
