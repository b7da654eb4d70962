package io.rialto.feeds.fees;

import static io.rialto.protocol.frame.FrameLayout.PART_HEADER_LENGTH;

import io.rialto.feeds.listing.Instrument;
import io.rialto.feeds.position.Position;
import io.rialto.protocol.AccountOpenedDecoder;
import io.rialto.protocol.ContractTradeBustedDecoder;
import io.rialto.protocol.ContractTradeCorrectedDecoder;
import io.rialto.protocol.FeePolicy;
import io.rialto.protocol.FeeScheduleAssignedDecoder;
import io.rialto.protocol.FeeScheduleSetDecoder;
import io.rialto.protocol.FeeScope;
import io.rialto.protocol.InstrumentParameter;
import io.rialto.protocol.SetFeeScheduleDecoder;
import io.rialto.protocol.TradeBustedDecoder;
import io.rialto.protocol.TradeCorrectedDecoder;
import io.rialto.protocol.TradeExecutedDecoder;
import io.rialto.protocol.frame.FrameView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.agrona.DirectBuffer;

/**
 * Keeps every version of every fee schedule, for whom they are, and the volume that decides between tiers.
 *
 * <p>Threading: the writing thread, between the position's enter and leave; questions go through {@link #fees}.
 */
public final class FeeFeed {
    private static final int TIER_LENGTH = 16;

    private record Whom(FeeScope scope, int target, int asset) {}

    private record Owner(int group, int firm) {}

    private final IntFunction<Instrument> instruments;
    private final TreeMap<Integer, List<FeeSchedule>> schedules = new TreeMap<>();
    private final Map<Whom, FeeAssignment> assignments = new HashMap<>();
    private final Map<Integer, Owner> owners = new HashMap<>();
    private final DailyVolumes volumes = new DailyVolumes();
    private final Fees fees;
    private final AccountOpenedDecoder opened = new AccountOpenedDecoder();
    private final TradeExecutedDecoder trade = new TradeExecutedDecoder();
    private final TradeBustedDecoder busted = new TradeBustedDecoder();
    private final TradeCorrectedDecoder corrected = new TradeCorrectedDecoder();
    private final ContractTradeBustedDecoder contractBusted = new ContractTradeBustedDecoder();
    private final ContractTradeCorrectedDecoder contractCorrected = new ContractTradeCorrectedDecoder();
    private final FeeScheduleSetDecoder scheduleSet = new FeeScheduleSetDecoder();
    private final FeeScheduleAssignedDecoder assigned = new FeeScheduleAssignedDecoder();

    public FeeFeed(Position position, IntFunction<Instrument> instruments) {
        this.instruments = instruments;
        fees = new Fees(position, this);
    }

    public Fees fees() {
        return fees;
    }

    /** False when the event where the view stands is also of others. */
    public boolean read(FrameView frame) {
        DirectBuffer buffer = frame.buffer();
        int at = frame.eventOffset();
        int length = frame.eventBlockLength();
        int version = frame.eventVersion();
        switch (frame.eventType()) {
            case AccountOpenedDecoder.TEMPLATE_ID -> onOpened(opened.wrap(buffer, at, length, version));
            case TradeExecutedDecoder.TEMPLATE_ID ->
                onTrade(trade.wrap(buffer, at, length, version), frame.timeNanos());
            case TradeBustedDecoder.TEMPLATE_ID -> onBusted(busted.wrap(buffer, at, length, version));
            case TradeCorrectedDecoder.TEMPLATE_ID ->
                onCorrected(corrected.wrap(buffer, at, length, version), frame.timeNanos());
            case ContractTradeBustedDecoder.TEMPLATE_ID -> onBusted(contractBusted.wrap(buffer, at, length, version));
            case ContractTradeCorrectedDecoder.TEMPLATE_ID ->
                onCorrected(contractCorrected.wrap(buffer, at, length, version), frame.timeNanos());
            case FeeScheduleSetDecoder.TEMPLATE_ID -> {
                onSet(scheduleSet.wrap(buffer, at, length, version), frame);
                return true;
            }
            case FeeScheduleAssignedDecoder.TEMPLATE_ID -> {
                onAssigned(assigned.wrap(buffer, at, length, version), frame.sequence());
                return true;
            }
            default -> {
                return false;
            }
        }
        return false;
    }

    private void onOpened(AccountOpenedDecoder event) {
        int group = event.tradeGroup() == 0 ? -event.account() : event.tradeGroup();
        owners.put(event.account(), new Owner(group, event.firm()));
    }

    private void onTrade(TradeExecutedDecoder event, long timeNanos) {
        if (schedules.isEmpty()) return;
        int asset = instruments.apply(event.instrument()).quote().number();
        boolean isOwn = owners.get(event.makerAccount()).group == owners.get(event.takerAccount()).group;
        if (isOwn || schedules.values().stream().noneMatch(of -> last(of).asset() == asset)) return;
        volumes.add(event.makerAccount(), asset, timeNanos, event.notionalMinor());
        volumes.add(event.takerAccount(), asset, timeNanos, event.notionalMinor());
    }

    private void onBusted(TradeBustedDecoder event) {
        if (event.countedVolume() == 0) return;
        int asset = instruments.apply(event.instrument()).quote().number();
        volumes.takeBack(event.buyer(), asset, event.madeOnDay(), event.notionalMinor());
        volumes.takeBack(event.seller(), asset, event.madeOnDay(), event.notionalMinor());
    }

    private void onCorrected(TradeCorrectedDecoder event, long timeNanos) {
        if (event.countedVolume() == 0) return;
        int asset = instruments.apply(event.instrument()).quote().number();
        volumes.add(event.buyer(), asset, timeNanos, event.notionalMinor());
        volumes.add(event.seller(), asset, timeNanos, event.notionalMinor());
    }

    private void onBusted(ContractTradeBustedDecoder event) {
        if (event.volumeDay() < 0) return;
        int asset = instruments.apply(event.instrument()).quote().number();
        volumes.takeBack(event.buyer(), asset, event.volumeDay(), event.notionalMinor());
        volumes.takeBack(event.seller(), asset, event.volumeDay(), event.notionalMinor());
    }

    private void onCorrected(ContractTradeCorrectedDecoder event, long timeNanos) {
        if (event.volumeDay() < 0) return;
        int asset = instruments.apply(event.instrument()).quote().number();
        volumes.add(event.buyer(), asset, timeNanos, event.notionalMinor());
        volumes.add(event.seller(), asset, timeNanos, event.notionalMinor());
    }

    private void onSet(FeeScheduleSetDecoder event, FrameView frame) {
        DirectBuffer buffer = frame.buffer();
        int at = frame.offset() + frame.commandOffset() + PART_HEADER_LENGTH;
        int count = buffer.getByte(at + SetFeeScheduleDecoder.tiersEncodingOffset());
        List<FeeTier> tiers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int tierAt = at + SetFeeScheduleDecoder.tier1FromMinorEncodingOffset() + i * TIER_LENGTH;
            int rateAt = tierAt + Long.BYTES;
            tiers.add(
                    new FeeTier(buffer.getLong(tierAt), buffer.getInt(rateAt), buffer.getInt(rateAt + Integer.BYTES)));
        }
        long perLot = buffer.getLong(at + SetFeeScheduleDecoder.feePerLotMinorEncodingOffset());
        boolean isOwn = perLot != SetFeeScheduleDecoder.feePerLotMinorNullValue();
        schedules
                .computeIfAbsent(event.schedule(), number -> new ArrayList<>())
                .add(new FeeSchedule(
                        event.schedule(),
                        event.version(),
                        event.asset(),
                        tiers,
                        isOwn ? OptionalLong.of(perLot) : OptionalLong.empty(),
                        frame.sequence()));
    }

    private void onAssigned(FeeScheduleAssignedDecoder event, long sequence) {
        Whom whom = new Whom(event.scope(), event.target(), event.asset());
        int schedule = event.newSchedule();
        if (schedule == 0) assignments.remove(whom);
        else assignments.put(whom, new FeeAssignment(whom.scope, whom.target, whom.asset, schedule, sequence));
    }

    List<FeeSchedule> schedules() {
        return schedules.values().stream().map(FeeFeed::last).toList();
    }

    List<FeeSchedule> versions(int schedule) {
        return List.copyOf(schedules.getOrDefault(schedule, List.of()));
    }

    List<FeeAssignment> assignments() {
        return assignments.values().stream()
                .sorted((one, other) -> Long.compare(one.sequence(), other.sequence()))
                .toList();
    }

    AccountFees of(int account, Instrument market, long nowNanos) {
        int asset = market.quote().number();
        long own = market.parameters().getOrDefault(InstrumentParameter.FEE_PER_LOT_MINOR, 0L);
        long perLot = Math.max(0, own);
        Optional<FeeAssignment> assigned = assigned(account, market.number(), asset);
        if (assigned.isEmpty()) {
            int maker = market.makerFeeRate();
            return new AccountFees(
                    account, market.number(), maker, market.takerFeeRate(), perLot, Optional.empty(), 0, 0, 0, 0);
        }
        int number = assigned.get().schedule();
        FeeSchedule schedule = last(schedules.get(number));
        long volumeMinor = volumes.before(account, asset, nowNanos);
        int tier = schedule.tier(volumeMinor);
        FeeTier rates = schedule.tiers().get(tier - 1);
        return new AccountFees(
                account,
                market.number(),
                capped(rates.makerRate(), market),
                capped(rates.takerRate(), market),
                Math.min(perLot, schedule.feePerLotMinor().orElse(perLot)),
                assigned.map(FeeAssignment::scope),
                number,
                schedule.version(),
                tier,
                volumeMinor);
    }

    /** Account before group before firm before market. */
    private Optional<FeeAssignment> assigned(int account, int instrument, int asset) {
        Owner owner = owners.getOrDefault(account, new Owner(0, 0));
        return assigned(FeeScope.ACCOUNT, account, asset)
                .or(() -> assigned(FeeScope.GROUP, owner.group, asset))
                .or(() -> assigned(FeeScope.FIRM, owner.firm, asset))
                .or(() -> assigned(FeeScope.INSTRUMENT, instrument, asset));
    }

    private Optional<FeeAssignment> assigned(FeeScope scope, int target, int asset) {
        return Optional.ofNullable(assignments.get(new Whom(scope, target, asset)))
                .filter(assignment -> assignment.schedule() != 0);
    }

    private static int capped(int rate, Instrument market) {
        if (market.feePolicy() != FeePolicy.QUOTE) return rate;
        return Math.min(rate, Math.max(0, Math.max(market.makerFeeRate(), market.takerFeeRate())));
    }

    private static FeeSchedule last(List<FeeSchedule> versions) {
        return versions.get(versions.size() - 1);
    }
}
