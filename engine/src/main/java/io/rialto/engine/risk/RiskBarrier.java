package io.rialto.engine.risk;

import io.rialto.engine.admission.Barrier;
import io.rialto.engine.admission.Ticket;
import io.rialto.engine.listing.Accounts;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.requests.Caller;
import io.rialto.engine.standing.Standings;
import io.rialto.protocol.Reason;
import io.rialto.protocol.RiskAction;
import io.rialto.protocol.RiskRuleType;

/**
 * Asks every rule of an order, also behind one that blocks it: what is breached is counted and noted, and told when the command is
 * over. A rehearsal counts nothing.
 *
 * <p>Threading: the core's thread only. Allocates only to grow.
 */
final class RiskBarrier implements Barrier {
    private final Accounts accounts;
    private final RiskRules rules;
    private final Measures measures;
    private final RiskNews news;
    private final Standings standings;
    private final Caller caller;

    /** Asked in place of all others while it is tried out. */
    private RiskRule trial;

    private boolean isTrialAsked;
    private boolean isTrialBeyond;
    private long trialMeasured;

    RiskBarrier(
            Accounts accounts, RiskRules rules, Measures measures, RiskNews news, Standings standings, Caller caller) {
        this.accounts = accounts;
        this.rules = rules;
        this.measures = measures;
        this.news = news;
        this.standings = standings;
        this.caller = caller;
    }

    @Override
    public Reason admit(Ticket ticket, Instrument market) {
        if (trial != null) return tryOut(ticket, market);
        if (standings.isReducing(ticket.account) && !isReduction(ticket, market)) return Reason.ACCOUNT_REDUCING;
        if (rules.count() == 0) return Reason.NONE;
        if (isBlocked(ticket, market, false)) return Reason.BLOCKED_BY_RISK_RULE;
        if (!ticket.isRehearsal) count(ticket, market);
        return Reason.NONE;
    }

    @Override
    public Reason admitAmend(Ticket ticket, Instrument market, boolean isSmaller) {
        if (isSmaller) return Reason.NONE;
        if (standings.isReducing(ticket.account) && !isReduction(ticket, market)) return Reason.ACCOUNT_REDUCING;
        if (rules.count() == 0) return Reason.NONE;
        return isBlocked(ticket, market, true) ? Reason.BLOCKED_BY_RISK_RULE : Reason.NONE;
    }

    private boolean isReduction(Ticket ticket, Instrument market) {
        measures.begin(ticket, market);
        return measures.isReduction();
    }

    /** From now on this rule alone is asked, and nothing is counted; null ends that. */
    void tries(RiskRule rule) {
        trial = rule;
        if (rule == null) return;
        isTrialAsked = false;
        isTrialBeyond = false;
        trialMeasured = 0;
    }

    boolean isTrialAsked() {
        return isTrialAsked;
    }

    boolean isTrialBeyond() {
        return isTrialBeyond;
    }

    long trialMeasured() {
        return trialMeasured;
    }

    private Reason tryOut(Ticket ticket, Instrument market) {
        int firm = accounts.firm(ticket.account);
        isTrialAsked = trial.concerns(ticket.account, firm, market.number(), market.quoteAsset());
        if (!isTrialAsked) return Reason.NONE;
        measures.begin(ticket, market);
        trialMeasured = measures.of(trial);
        isTrialBeyond = measures.isBeyond(trial, trialMeasured);
        boolean isBlocked = isTrialBeyond && trial.action(1) == RiskAction.BLOCK && !measures.isHarmless(trial);
        return isBlocked ? Reason.BLOCKED_BY_RISK_RULE : Reason.NONE;
    }

    private boolean isBlocked(Ticket ticket, Instrument market, boolean isAmend) {
        measures.begin(ticket, market);
        int firm = accounts.firm(ticket.account);
        int firstNews = news.size();
        boolean isBlocked = false;
        for (int place = 0; place < rules.count(); place++) {
            RiskRule rule = rules.get(place);
            if (isAmend && Measures.isOfNewOrders(rule.type)) continue;
            if (!rule.concerns(ticket.account, firm, market.number(), market.quoteAsset())) continue;
            isBlocked |= rule.isOfHoldings()
                    ? isBlockedByHoldings(rule, ticket, market)
                    : isBlocked(rule, ticket, firstNews);
        }
        return isBlocked;
    }

    /** Of what the account has, as it was looked at last. */
    private boolean isBlockedByHoldings(RiskRule rule, Ticket ticket, Instrument market) {
        int entry = rule.breaches.find(ticket.account);
        boolean isOfDay = rule.type == RiskRuleType.MAX_DAILY_LOSS;
        long day = Math.floorDiv(caller.timeNanos(), RuleCheck.DAY_NANOS);
        boolean wasBeyond = isOfDay ? rule.breaches.wasBeyondOn(entry, day) : rule.breaches.wasBeyond(entry);
        boolean isBeyond = market.isContract() && wasBeyond;
        boolean blocks = isBeyond && rule.action(rule.breaches.count(entry)) != RiskAction.ALERT;
        return blocks && !measures.isReduction();
    }

    private boolean isBlocked(RiskRule rule, Ticket ticket, int firstNews) {
        long measured = measures.of(rule);
        boolean isBeyond = measures.isBeyond(rule, measured);
        long now = caller.timeNanos();
        Breaches breaches = rule.breaches;
        int entry = ticket.isRehearsal ? breaches.find(ticket.account) : breaches.findOrOpen(ticket.account);
        boolean isAnother = isBeyond && breaches.isAnother(entry, rule.coolDownNanos, now);
        int count = breaches.count(entry) + (isAnother ? 1 : 0);
        RiskAction action = rule.action(count);
        if (!ticket.isRehearsal) {
            breaches.isBeyond(entry, isBeyond);
            if (isAnother) breaches.breached(entry, now);
            if (isAnother) news.add(firstNews, rule, action, measured, ticket.account, ticket.instrument, count);
        }
        return isBeyond && action == RiskAction.BLOCK && !measures.isHarmless(rule);
    }

    /** Of those rules that say how many there may be, an order that none of them blocked. */
    private void count(Ticket ticket, Instrument market) {
        int firm = accounts.firm(ticket.account);
        for (int place = 0; place < rules.count(); place++) {
            RiskRule rule = rules.get(place);
            if (rule.type != RiskRuleType.MAX_ORDER_RATE) continue;
            if (!rule.concerns(ticket.account, firm, market.number(), market.quoteAsset())) continue;
            Breaches breaches = rule.breaches;
            breaches.ordered(breaches.findOrOpen(ticket.account), (int) rule.limit, caller.timeNanos());
        }
    }
}
