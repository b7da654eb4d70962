package io.rialto.engine.reference;

import static io.rialto.engine.reference.Refusal.refuseIf;
import static io.rialto.protocol.Reason.CANCELLED_BY_RISK_RULE;
import static io.rialto.protocol.Reason.RISK_ACTION_NOT_POSSIBLE;
import static java.math.BigInteger.ZERO;
import static java.math.BigInteger.valueOf;

import io.rialto.engine.reference.ControlCommand.SetRiskRule;
import io.rialto.protocol.ClosingCause;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** What breaches lead to: orders that go, states, and positions that are closed, each tried once. */
final class ReferenceClosings {
    static final int BLOCK = 2, REDUCE = 3, CLOSE = 4, CLOSE_ALL = 5;
    private static final int POSITION_TYPES = 9, LEVERAGE = 5;
    private static final List<Integer> OF_HOLDINGS = List.of(2, 3, 5, 9, 11);
    private static final BigInteger MOST = valueOf(Long.MAX_VALUE);

    private record Job(int account, ReferenceInstrument market, BigInteger lots, ClosingCause cause) {}

    private final ReferenceMatching matching;
    private final ReferenceControl control;
    private final List<Job> jobs = new ArrayList<>();

    ReferenceClosings(ReferenceMatching matching, ReferenceControl control) {
        this.matching = matching;
        this.control = control;
    }

    static void check(SetRiskRule asked) {
        List<Integer> actions = new ArrayList<>(List.of(asked.action()));
        asked.steps().forEach(step -> actions.add(step.get(1)));
        for (int action : actions) {
            boolean mayReduce = asked.type() == LEVERAGE || asked.type() == POSITION_TYPES;
            boolean isPossible = action == REDUCE ? mayReduce : action <= BLOCK || OF_HOLDINGS.contains(asked.type());
            refuseIf(!isPossible, RISK_ACTION_NOT_POSSIBLE);
        }
    }

    /** @param largest null without a position */
    void reduce(int account, int asset, ReferenceInstrument largest, BigInteger lots) {
        cancelIncreasing(account, asset);
        if (largest != null) add(new Job(account, largest, lots.min(MOST), ClosingCause.RISK_REDUCE));
    }

    private void cancelIncreasing(int account, int asset) {
        for (ReferenceInstrument market : control.instruments) {
            if (!market.isContract() || market.terms.quoteAsset() != asset) continue;
            int sign = lots(market, account).signum();
            control.blocks.add(
                    account,
                    CANCELLED_BY_RISK_RULE,
                    order -> order.instrument == market
                            && order.account == account
                            && (sign == 0 || sign > 0 == order.isBuy));
        }
    }

    void close(int account, int asset, ReferenceInstrument largest, int rule) {
        if (control.standings.of(account) == ReferenceStandings.ACTIVE)
            control.standings.become(account, ReferenceStandings.REDUCING, rule);
        cancelIncreasing(account, asset);
        if (largest == null) return;
        add(new Job(account, largest, MOST, ClosingCause.RISK_CLOSE));
        control.blocks.add(
                account, CANCELLED_BY_RISK_RULE, order -> order.instrument == largest && order.account == account);
    }

    void closeAll(int account, int rule) {
        if (control.standings.of(account) != ReferenceStandings.HALTED)
            control.standings.become(account, ReferenceStandings.HALTED, rule);
        for (ReferenceInstrument market : control.instruments) {
            if (market.isContract() && lots(market, account).signum() != 0)
                add(new Job(account, market, MOST, ClosingCause.RISK_CLOSE));
        }
    }

    /** One job a position: the larger wish stands, in the older one's place. */
    private void add(Job job) {
        for (int i = 0; i < jobs.size(); i++) {
            Job other = jobs.get(i);
            if (other.account != job.account || other.market != job.market) continue;
            if (job.lots.compareTo(other.lots) > 0) jobs.set(i, job);
            return;
        }
        jobs.add(job);
    }

    boolean isPending() {
        return !jobs.isEmpty();
    }

    /** False when the frame has no room for one. */
    boolean isStepDone() {
        if (matching.events.size() > ReferenceMatching.MAX_EVENTS / 2) return false;
        Job job = jobs.remove(0);
        BigInteger held = lots(job.market, job.account);
        long mark = job.market.contractMark();
        boolean isFree = control.liquidation.trades(job.market)
                && !control.liquidation.isOf(matching.margin.isolated.purse(job.market, job.account));
        BigInteger lots = held.abs().min(job.lots);
        if (lots.signum() == 0 || !isFree || mark == 0) return true;
        boolean isBuy = held.signum() < 0;
        long collar = job.market.parameter(4) == Command.NULL ? mark / 10 : job.market.parameter(4);
        BigInteger limit = valueOf(mark)
                .add(valueOf(isBuy ? collar : -collar))
                .max(BigInteger.ONE)
                .min(MOST);
        control.liquidation.close(
                job.market, job.account, isBuy, lots.longValueExact(), limit.longValueExact(), job.cause);
        return true;
    }

    private BigInteger lots(ReferenceInstrument market, int account) {
        return matching.positions.in(market).getOrDefault(account, ZERO);
    }
}
