package io.rialto.engine.reference;

import java.util.List;

/** The commands of those who guard the market; units, enums and nulls as in {@link Command}. */
public interface ControlCommand extends Command.Control {
    record ChangeAccountLimit(int account, int instrument, int limit, long value) implements ControlCommand {}

    record Suspend(int scope, int target, int cancelOpenOrders) implements ControlCommand {}

    record Resume(int scope, int target) implements ControlCommand {}

    record Kill(int scope, int target) implements ControlCommand {}

    record CancelOrders(int account, int instrument, int side, long lowestTicks, long highestTicks)
            implements ControlCommand {}

    record Disconnected(int account, int session, long graceNanos, int graceful) implements ControlCommand {}

    record Reconnected(int account, int session) implements ControlCommand {}

    record CancelAfter(int account, int instrument, long timeoutNanos) implements ControlCommand {}

    record Propose(int subject, int code, int target, int instrument, long value, long validNanos)
            implements ControlCommand {}

    record Approve(long proposal) implements ControlCommand {}

    record Withdraw(long proposal) implements ControlCommand {}

    /** At a time, or with {@code atPhase} other than 255 when that phase begins. */
    record ScheduleChange(int instrument, int parameter, long value, long atNanos, int atPhase)
            implements ControlCommand {}

    record WithdrawScheduled(long change) implements ControlCommand {}

    /** Without a fee per lot of its own {@link Command#NULL}. */
    record SetFeeSchedule(int schedule, int asset, List<FeeTier> tiers, long feePerLot) implements ControlCommand {}

    record FeeTier(long from, int maker, int taker) {}

    record AssignFeeSchedule(int schedule, int asset, int target, int scope) implements ControlCommand {}

    /** Codes as on the wire; steps as {@code {breaches, action}}, up to four. */
    record SetRiskRule(
            int rule,
            int type,
            long limit,
            long windowNanos,
            int scope,
            int target,
            int instrument,
            int asset,
            int action,
            int severity,
            List<List<Integer>> steps,
            long coolDownNanos,
            int enabled,
            String name)
            implements ControlCommand {}

    record RemoveRiskRule(int rule) implements ControlCommand {}

    /** A SetRiskRule and an order. */
    record TestRiskRule(int account, List<Command> parts) implements ControlCommand {}

    record ChangeListing(int instrument, int step) implements ControlCommand {}
}
