package io.rialto.engine.reference;

import static io.rialto.engine.reference.Refusal.refuseIf;
import static io.rialto.protocol.Reason.*;
import static java.math.BigInteger.ONE;
import static java.math.BigInteger.valueOf;

import io.rialto.engine.reference.MarginCommand.PriceShock;
import io.rialto.engine.reference.MarginCommand.StressMargin;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** What would become of an account's margin if prices moved. */
record ReferenceStress(ReferenceMatching matching) {
    private static final int MOST_SHOCKS = 16;

    void stress(StressMargin asked) {
        List<PriceShock> shocks = new ArrayList<>();
        for (Command part : asked.shocks()) {
            refuseIf(!(part instanceof PriceShock), shocks.size(), PART_NOT_POSSIBLE);
            refuseIf(shocks.size() == MOST_SHOCKS, WRONG_NUMBER_OF_PARTS);
            shocks.add((PriceShock) part);
        }
        refuseIf(shocks.isEmpty(), WRONG_NUMBER_OF_PARTS);
        int instruments = matching.control.instruments.size();
        for (int i = 0; i < shocks.size(); i++) {
            PriceShock shock = shocks.get(i);
            refuseIf(shock.instrument() < 0 || shock.instrument() > instruments, i, UNKNOWN_INSTRUMENT);
            boolean isContract = shock.instrument() == 0
                    || matching.control.instruments.get(shock.instrument() - 1).isContract();
            refuseIf(!isContract, i, NOT_A_CONTRACT);
            boolean isPossible = ReferenceInstrument.isIn(-10_000, shock.shockBps(), 100_000);
            refuseIf(!isPossible, i, SHOCK_NOT_POSSIBLE);
        }
        for (PriceShock shock : shocks) stress(asked, shock);
    }

    private void stress(StressMargin asked, PriceShock shock) {
        List<Long> before = new ArrayList<>();
        for (ReferenceInstrument market : matching.control.instruments) {
            before.add(market.markTicks);
            boolean isMeant = shock.instrument() == 0 || shock.instrument() == market.number;
            if (isMeant && market.isContract() && market.contractMark() != 0)
                market.markTicks = moved(market, shock.shockBps());
        }
        BigInteger equity = ReferenceMarginCalls.bounded(matching.margin.wholeEquity(asked.account(), asked.asset()));
        BigInteger required =
                ReferenceMarginCalls.bounded(matching.margin.wholeRequired(asked.account(), asked.asset()));
        BigInteger maintenance =
                ReferenceMarginCalls.bounded(matching.control.calls.maintenance(asked.account(), asked.asset()));
        int level = matching.control.calls.highest(asked.account(), asked.asset());
        for (ReferenceInstrument market : matching.control.instruments)
            market.markTicks = before.get(market.number - 1);
        var whose = List.of(asked.account(), asked.asset(), shock.instrument(), shock.shockBps());
        matching.events.add("MarginStressed", equity, required, maintenance, whose, level);
    }

    /** The price itself moves, which begins below zero where the contract has a floor. */
    private static long moved(ReferenceInstrument market, int bps) {
        BigDecimal tick = BigDecimal.valueOf(market.terms.tickMantissa(), market.terms.tickScale());
        BigInteger floor = market.contract.floor.divide(tick).toBigIntegerExact();
        BigInteger ticks = valueOf(market.contractMark());
        BigInteger move = ticks.subtract(floor).multiply(valueOf(bps)).divide(valueOf(10_000));
        return ticks.add(move).max(ONE).min(valueOf(Long.MAX_VALUE)).longValue();
    }
}
