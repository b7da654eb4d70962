package io.rialto.engine.fees;

import static io.rialto.protocol.frame.FrameLayout.PART_HEADER_LENGTH;

import io.rialto.engine.listing.Accounts;
import io.rialto.engine.listing.Assets;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.listing.Instruments;
import io.rialto.protocol.AssignFeeScheduleDecoder;
import io.rialto.protocol.FeeScheduleAssignedEncoder;
import io.rialto.protocol.FeeScheduleSetEncoder;
import io.rialto.protocol.FeeScope;
import io.rialto.protocol.Reason;
import io.rialto.protocol.SetFeeScheduleDecoder;
import io.rialto.protocol.frame.Frame;
import org.agrona.DirectBuffer;

/**
 * Sets fee schedules, a version each time, and says for whom they are. What it changes counts from the next fill on: the
 * holds of open orders foresee it already.
 *
 * <p>Threading: the core's thread only. Setting a schedule allocates; it is rare.
 */
final class FeeDesk {
    private static final int TIER_LENGTH =
            SetFeeScheduleDecoder.tier2FromMinorEncodingOffset() - SetFeeScheduleDecoder.tier1FromMinorEncodingOffset();
    private static final int MAKER_AT = Long.BYTES;
    private static final int TAKER_AT = Long.BYTES + Integer.BYTES;

    private final Assets assets;
    private final Accounts accounts;
    private final Instruments instruments;
    private final FeeSchedules schedules;
    private final Assignments assignments;
    private final FeeScheduleSetEncoder scheduleSet = new FeeScheduleSetEncoder();
    private final FeeScheduleAssignedEncoder assigned = new FeeScheduleAssignedEncoder();

    FeeDesk(
            Assets assets,
            Accounts accounts,
            Instruments instruments,
            FeeSchedules schedules,
            Assignments assignments) {
        this.assets = assets;
        this.accounts = accounts;
        this.instruments = instruments;
        this.schedules = schedules;
        this.assignments = assignments;
    }

    Reason set(Frame frame) {
        DirectBuffer buffer = frame.buffer();
        int at = frame.commandOffset() + PART_HEADER_LENGTH;
        int tiers = buffer.getByte(at + SetFeeScheduleDecoder.tiersEncodingOffset()) & 0xFF;
        int number = buffer.getInt(at + SetFeeScheduleDecoder.scheduleEncodingOffset());
        if (tiers > FeeSchedule.MOST_TIERS || !FeeSchedules.isNumber(number)) return Reason.INVALID_FEE_SCHEDULE;
        FeeSchedule schedule = read(buffer, at, number, tiers);
        if (!schedule.isSound()) return Reason.INVALID_FEE_SCHEDULE;
        if (!assets.isListed(schedule.asset)) return Reason.UNKNOWN_ASSET;
        boolean isOther = schedules.isSet(number) && schedules.get(number).asset != schedule.asset;
        if (isOther) return Reason.FEE_ASSET_MISMATCH;
        if (isAboveCeilings(schedule)) return Reason.FEE_ABOVE_CEILING;
        schedules.put(schedule);
        frame.claimEvent(scheduleSet).schedule(number).version(schedule.version).asset(schedule.asset);
        return Reason.NONE;
    }

    private FeeSchedule read(DirectBuffer buffer, int at, int number, int tiers) {
        long[] fromMinor = new long[tiers];
        int[] makerRates = new int[tiers];
        int[] takerRates = new int[tiers];
        for (int i = 0; i < tiers; i++) {
            int tierAt = at + SetFeeScheduleDecoder.tier1FromMinorEncodingOffset() + i * TIER_LENGTH;
            fromMinor[i] = buffer.getLong(tierAt);
            makerRates[i] = buffer.getInt(tierAt + MAKER_AT);
            takerRates[i] = buffer.getInt(tierAt + TAKER_AT);
        }
        int version = schedules.isSet(number) ? schedules.get(number).version + 1 : 1;
        int asset = buffer.getInt(at + SetFeeScheduleDecoder.assetEncodingOffset());
        long feePerLot = buffer.getLong(at + SetFeeScheduleDecoder.feePerLotMinorEncodingOffset());
        return new FeeSchedule(number, version, asset, feePerLot, fromMinor, makerRates, takerRates);
    }

    /** In a market that has it for everybody, where nobody else chose the market. */
    private boolean isAboveCeilings(FeeSchedule schedule) {
        for (int number = 1; number <= instruments.count(); number++) {
            boolean isIts = assignments.ofMarket(number, schedule.asset) == schedule.number;
            if (isIts && schedule.isAboveCeiling(instruments.get(number))) return true;
        }
        return false;
    }

    Reason assign(Frame frame) {
        DirectBuffer buffer = frame.buffer();
        int at = frame.commandOffset() + PART_HEADER_LENGTH;
        int schedule = buffer.getInt(at + AssignFeeScheduleDecoder.scheduleEncodingOffset());
        int asset = buffer.getInt(at + AssignFeeScheduleDecoder.assetEncodingOffset());
        int target = buffer.getInt(at + AssignFeeScheduleDecoder.targetEncodingOffset());
        int scope = buffer.getByte(at + AssignFeeScheduleDecoder.scopeEncodingOffset()) & 0xFF;
        Reason refusal = refusal(schedule, asset, target, scope);
        if (refusal != Reason.NONE) return refusal;
        int old = assignments.of(scope, target, asset);
        if (old == schedule) return Reason.WOULD_CHANGE_NOTHING;
        assignments.put(scope, target, asset, schedule);
        frame.claimEvent(assigned)
                .oldSchedule(old)
                .newSchedule(schedule)
                .asset(asset)
                .target(target)
                .scope(FeeScope.get((short) scope));
        return Reason.NONE;
    }

    private Reason refusal(int schedule, int asset, int target, int scope) {
        if (scope < FeeScope.ACCOUNT.value() || scope > FeeScope.INSTRUMENT.value()) return Reason.INVALID_COMBINATION;
        if (!assets.isListed(asset)) return Reason.UNKNOWN_ASSET;
        if (schedule != 0 && !schedules.isSet(schedule)) return Reason.UNKNOWN_FEE_SCHEDULE;
        if (schedule != 0 && schedules.get(schedule).asset != asset) return Reason.FEE_ASSET_MISMATCH;
        if (scope == FeeScope.ACCOUNT.value()) return accounts.isOpen(target) ? Reason.NONE : Reason.UNKNOWN_ACCOUNT;
        if (scope != FeeScope.INSTRUMENT.value()) return target < 1 ? Reason.INVALID_COMBINATION : Reason.NONE;
        if (!instruments.isListed(target)) return Reason.UNKNOWN_INSTRUMENT;
        Instrument market = instruments.get(target);
        if (market.quoteAsset() != asset) return Reason.FEE_ASSET_MISMATCH;
        boolean isTooDear = schedule != 0 && schedules.get(schedule).isAboveCeiling(market);
        return isTooDear ? Reason.FEE_ABOVE_CEILING : Reason.NONE;
    }
}
