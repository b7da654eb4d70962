package io.rialto.engine.reference;

import static io.rialto.engine.reference.Refusal.refuseIf;
import static io.rialto.protocol.Reason.*;

import io.rialto.engine.reference.ControlCommand.*;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;

/** Those who guard the market: which of their commands goes where, and what an order has to pass. */
final class ReferenceControl {
    final ReferenceMatching matching;
    final ReferenceDesk desk;
    final ReferenceLimits limits;
    final ReferenceCredit credit;
    final ReferenceStandings standings;
    final ReferenceClosings closings;
    final ReferenceBlocks blocks;
    private final ReferenceAbsence absence;
    private final ReferenceProposals proposals;
    private final ReferenceLifecycle lifecycle;
    final ReferenceFees fees;
    final ReferenceRisk risk;
    final ReferenceFunding funding;
    final ReferenceExpiry expiry;
    final ReferenceSettlement settlement;
    final ReferenceRoles roles;
    final ReferenceGiveUps giveUps;
    final ReferenceMarginCalls calls;
    final ReferenceLiquidation liquidation;
    IntSupplier assets = () -> 0;
    BooleanSupplier elections = () -> true;
    ReferencePegs pegs;
    final List<ReferenceInstrument> instruments = new ArrayList<>();

    ReferenceControl(ReferenceMatching matching) {
        this.matching = matching;
        desk = new ReferenceDesk(matching);
        limits = new ReferenceLimits(matching);
        credit = new ReferenceCredit(matching, this);
        standings = new ReferenceStandings(matching, this);
        closings = new ReferenceClosings(matching, this);
        blocks = new ReferenceBlocks(matching);
        absence = new ReferenceAbsence(matching, blocks);
        lifecycle = new ReferenceLifecycle(matching, this);
        fees = new ReferenceFees(matching, this);
        risk = new ReferenceRisk(matching, this);
        funding = new ReferenceFunding(matching);
        expiry = new ReferenceExpiry(matching, this);
        settlement = new ReferenceSettlement(matching, this);
        roles = new ReferenceRoles(matching, this);
        giveUps = new ReferenceGiveUps(matching, this);
        calls = new ReferenceMarginCalls(matching, this);
        liquidation = new ReferenceLiquidation(matching, this, calls);
        proposals = new ReferenceProposals(this, matching);
    }

    void opened(int account, int firm) {
        blocks.firms.put(account, firm);
    }

    void listed(ReferenceInstrument instrument) {
        instruments.add(instrument);
        instrument.fees = fees;
        matching.instrumentCount = instruments.size();
        expiry.listed(instrument);
    }

    int account(int number) {
        refuseIf(!blocks.firms.containsKey(number), UNKNOWN_ACCOUNT);
        return number;
    }

    ReferenceInstrument instrument(int number) {
        refuseIf(number < 1 || number > instruments.size(), UNKNOWN_INSTRUMENT);
        return instruments.get(number - 1);
    }

    /** What was left of the frame before, then what fell due, then what follows from it. */
    boolean isDueDone() {
        if (!follow()) return false;
        return !matching.agenda.isDue(matching.nowNanos) || matching.agenda.areAllDone(matching.nowNanos) && follow();
    }

    /** What follows from what was done: orders whose time is over, blocks, elections and pegs, from which all may follow again. */
    boolean follow() {
        while (true) {
            if (!areFollowed() || !calls.areAllDone()) return false;
            if (blocks.isPending()) continue;
            if (liquidation.isPending()) {
                if (!liquidation.isStepDone()) return false;
                continue;
            }
            if (!closings.isPending()) return true;
            if (!closings.isStepDone()) return false;
        }
    }

    private boolean areFollowed() {
        boolean goesOn = true;
        while (goesOn) {
            matching.times.endAll();
            if (!blocks.areAllDone() || !funding.isDone() || !expiry.isDone()) return false;
            if (!settlement.isDone() || !giveUps.areLapsed() || !elections.getAsBoolean()) return false;
            matching.times.endAll();
            goesOn = pegs.isPending();
            if (goesOn && !pegs.areAllDone()) return false;
        }
        return true;
    }

    void decide(ControlCommand command) {
        if (command instanceof ChangeAccountLimit asked) {
            account(asked.account());
            instrumentOrAll(asked.instrument());
            limits.checkAlone(asked);
            limits.apply(asked);
        } else if (command instanceof Suspend asked) blocks.suspend(asked);
        else if (command instanceof Resume asked) blocks.resume(asked);
        else if (command instanceof Kill asked) blocks.kill(asked);
        else if (command instanceof CancelOrders asked) {
            if (asked.account() != 0) account(asked.account());
            instrumentOrAll(asked.instrument());
            blocks.cancelOrders(asked);
        } else if (command instanceof Disconnected asked) {
            account(asked.account());
            absence.disconnected(asked);
        } else if (command instanceof Reconnected asked) {
            account(asked.account());
            absence.reconnected(asked);
        } else if (command instanceof CancelAfter asked) {
            account(asked.account());
            instrumentOrAll(asked.instrument());
            absence.cancelAfter(asked);
        } else if (command instanceof Propose asked) proposals.propose(asked);
        else if (command instanceof Approve asked) proposals.approve(asked.proposal());
        else if (command instanceof Withdraw asked) proposals.withdraw(asked.proposal());
        else if (command instanceof ScheduleChange asked) {
            instrument(asked.instrument());
            lifecycle.schedule(asked);
        } else if (command instanceof WithdrawScheduled asked) lifecycle.withdraw(asked.change());
        else if (command instanceof ChangeListing asked) {
            instrument(asked.instrument());
            lifecycle.change(asked);
        } else if (command instanceof SetFeeSchedule asked) fees.set(asked);
        else if (command instanceof AssignFeeSchedule asked) fees.assign(asked);
        else if (command instanceof SetRiskRule asked) risk.set(asked);
        else if (command instanceof RemoveRiskRule asked) risk.remove(asked);
        else if (command instanceof TestRiskRule asked) risk.test(asked);
    }

    /** Who counts what is traded. */
    void traded(ReferenceOrder taker, ReferenceOrder maker, BigDecimal notional) {
        fees.traded(taker.instrument, maker.account, taker.account, notional);
        credit.traded(taker, maker, notional);
    }

    /** Whether an instrument is there to be traded, by anybody. */
    boolean trades(ReferenceInstrument instrument) {
        try {
            expiry.check(instrument.number);
            lifecycle.check(instrument.number, false);
        } catch (Refusal refusal) {
            return false;
        }
        return !blocks.isSymbolKilled(instrument.number);
    }

    void delist(int instrument) {
        lifecycle.delist(instrument);
    }

    private void instrumentOrAll(int number) {
        if (number != 0) instrument(number);
    }

    /** Whether somebody may trade this at all; less of the same may always be asked for. */
    void checkState(int account, ReferenceInstrument instrument, boolean isSmaller) {
        expiry.check(instrument.number);
        lifecycle.check(instrument.number, isSmaller);
        if (isSmaller) return;
        checkBlocks(account, instrument);
        roles.refuseIfItOnlyClears(account);
    }

    void checkBlocks(int account, ReferenceInstrument instrument) {
        blocks.check(account, instrument.number);
        refuseIf(limits.isRestricted(account, instrument.number), INSTRUMENT_RESTRICTED);
        standings.refuseHalted(account);
    }
}
