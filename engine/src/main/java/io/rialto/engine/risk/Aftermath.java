package io.rialto.engine.risk;

import io.rialto.engine.ledger.Balances;
import io.rialto.engine.listing.Accounts;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.listing.Instruments;
import io.rialto.engine.margin.Margins;
import io.rialto.engine.margin.MarkedValue;
import io.rialto.engine.position.Positions;
import io.rialto.engine.pricing.Proportion;
import io.rialto.engine.pricing.WideSum;
import io.rialto.engine.requests.Caller;
import io.rialto.engine.standing.RiskActions;
import io.rialto.protocol.RiskAction;
import io.rialto.protocol.RiskRuleType;
import io.rialto.protocol.frame.Frame;

/**
 * Looks at what accounts have, each time that something happened to a margin, and asks the rules that are about that. A breach is
 * counted when an account goes beyond a limit, not while it stays there.
 *
 * <p>Money in minor units. Threading: the core's thread only. Allocates only to grow.
 */
final class Aftermath {
    private static final long DAY_NANOS = RuleCheck.DAY_NANOS;
    private static final long WHOLE_BPS = 10_000;
    private static final long WHOLE_PERCENT = 100;

    private final Accounts accounts;
    private final Instruments instruments;
    private final Balances balances;
    private final Positions positions;
    private final Margins margins;
    private final RiskRules rules;
    private final RiskNews news;
    private final Caller caller;
    private final WideSum sum = new WideSum();

    // The margin at hand.
    private long equityMinor;
    private long worthMinor;
    private long largestMinor;
    private int largest;
    private RiskRule strongest;
    private RiskAction action;
    private RiskActions actions;

    Aftermath(
            Accounts accounts,
            Instruments instruments,
            Balances balances,
            Positions positions,
            Margins margins,
            RiskRules rules,
            RiskNews news,
            Caller caller) {
        this.accounts = accounts;
        this.instruments = instruments;
        this.balances = balances;
        this.positions = positions;
        this.margins = margins;
        this.rules = rules;
        this.news = news;
        this.caller = caller;
    }

    void acts(RiskActions other) {
        actions = other;
    }

    /** What is gained from now on counts, and whoever is beyond already is. */
    void begins(RiskRule rule) {
        for (int account = Accounts.FIRST; accounts.isOpen(account); account++) {
            int cell = balances.find(account, rule.asset | Balances.MARGIN);
            if (cell == Balances.NONE || !rule.concerns(account, accounts.firm(account), rule.asset)) continue;
            long equity = margins.wholeEquityMinor(account, rule.asset);
            long gained = difference(equity, margins.broughtMinor(account, rule.asset));
            rule.breaches.begin(rule.breaches.findOrOpen(account), gained);
            balances.marginChanged(cell);
        }
    }

    /** Losses in a row are counted trade by trade. */
    void realised(int account, int asset, long minor) {
        if (minor == 0) return;
        int firm = accounts.firm(account);
        for (int place = 0; place < rules.count(); place++) {
            RiskRule rule = rules.get(place);
            if (rule.concerns(account, firm, asset)) rule.breaches.realised(rule.breaches.findOrOpen(account), minor);
        }
    }

    /** Something happened to an account's margin in an asset. */
    void changed(Frame frame, int account, int asset) {
        if (rules.count() == 0) return;
        strongest = null;
        int firm = accounts.firm(account);
        int firstNews = news.size();
        boolean isMeasured = false;
        for (int place = 0; place < rules.count(); place++) {
            RiskRule rule = rules.get(place);
            if (!rule.concerns(account, firm, asset)) continue;
            if (!isMeasured) measure(account, asset);
            isMeasured = true;
            look(rule, account, asset, firstNews);
        }
        if (strongest != null) act(frame, account, asset);
    }

    /** The most severe action, of equals that of the lowest rule. */
    private void act(Frame frame, int account, int asset) {
        if (action == RiskAction.REDUCE_SIZE) actions.reduce(account, asset, largest, tooManyLots());
        if (action == RiskAction.CLOSE_POSITION) actions.close(frame, account, asset, largest, strongest.number);
        if (action == RiskAction.CLOSE_ALL) actions.closeAll(frame, account, strongest.number);
    }

    /** Of the largest position, beyond the limit. */
    private long tooManyLots() {
        if (largest == 0) return 0;
        long excess = strongest.type == RiskRuleType.MAX_LEVERAGE
                ? difference(worthMinor, allowedMinor(strongest.limit))
                : concentratedMinor(strongest.limit);
        long ofLot = MarkedValue.of(instruments.get(largest), 1);
        return ofLot == 0 ? 0 : excess / ofLot + (excess % ofLot == 0 ? 0 : 1);
    }

    private long allowedMinor(long limit) {
        if (equityMinor <= 0) return 0;
        long allowed = Proportion.of(equityMinor, limit, WHOLE_PERCENT);
        return allowed < 0 ? Long.MAX_VALUE : allowed;
    }

    /** What taken from the largest leaves it as much of what is left as the limit: all rounded up. */
    private long concentratedMinor(long limit) {
        long others = worthMinor - largestMinor;
        long share = Proportion.of(others, limit, WHOLE_BPS - limit);
        return share < 0 ? 0 : largestMinor - share;
    }

    private void look(RiskRule rule, int account, int asset, int firstNews) {
        Breaches breaches = rule.breaches;
        int entry = breaches.findOrOpen(account);
        long now = caller.timeNanos();
        long gained = difference(equityMinor, margins.broughtMinor(account, asset));
        long day = Math.floorDiv(now, DAY_NANOS);
        if (rule.type == RiskRuleType.MAX_DAILY_LOSS) breaches.forgetsYesterday(entry, day);
        breaches.gained(entry, gained, day);
        long measured = measured(rule, entry);
        boolean isBeyond = measured > rule.limit;
        boolean isAnother = isBeyond && breaches.isAnother(entry, rule.coolDownNanos, now);
        breaches.isBeyond(entry, isBeyond);
        if (!isAnother) return;
        breaches.breached(entry, now);
        int count = breaches.count(entry);
        RiskAction led = rule.action(count);
        news.add(firstNews, rule, led, measured, account, 0, count);
        boolean isStronger = strongest == null || led.value() > action.value();
        if (!isStronger) return;
        strongest = rule;
        action = led;
    }

    private long measured(RiskRule rule, int entry) {
        switch (rule.type) {
            case MAX_DAILY_LOSS:
                return rule.breaches.lostToday(entry);
            case MAX_DRAWDOWN:
                return drawdownBps(rule.breaches.lostSincePeak(entry));
            case MAX_LEVERAGE:
                return equityMinor <= 0
                        ? worthMinor == 0 ? 0 : Long.MAX_VALUE
                        : part(worthMinor, WHOLE_PERCENT, equityMinor);
            case CONCENTRATION:
                return worthMinor == 0 ? 0 : part(largestMinor, WHOLE_BPS, worthMinor);
            default:
                return rule.breaches.lossesInARow(entry);
        }
    }

    /** Of the peak, which money that came in or went out has moved along; of none above zero all is lost. */
    private long drawdownBps(long lostMinor) {
        if (lostMinor == 0) return 0;
        long peak = difference(equityMinor, -lostMinor);
        return peak <= 0 ? Long.MAX_VALUE : part(lostMinor, WHOLE_BPS, peak);
    }

    private void measure(int account, int asset) {
        equityMinor = margins.wholeEquityMinor(account, asset);
        largestMinor = 0;
        largest = 0;
        sum.clear();
        for (int number = 1; number <= instruments.count(); number++) {
            Instrument market = instruments.get(number);
            if (!market.isContract() || market.quoteAsset() != asset) continue;
            long worth = MarkedValue.of(market, Math.abs(positions.lots(number, account)));
            if (worth > largestMinor) largest = number;
            largestMinor = Math.max(largestMinor, worth);
            sum.add(worth);
        }
        worthMinor = sum.bounded();
    }

    /** Rounded up; what is beyond the greatest number is that. */
    private static long part(long of, long whole, long by) {
        long part = Proportion.of(of, whole, by);
        return part < 0 ? Long.MAX_VALUE : Proportion.roundedUp(of, whole, by);
    }

    private static long difference(long one, long other) {
        long difference = one - other;
        boolean overflows = ((one ^ other) & (one ^ difference)) < 0;
        return overflows ? (one < 0 ? -Long.MAX_VALUE : Long.MAX_VALUE) : difference;
    }
}
