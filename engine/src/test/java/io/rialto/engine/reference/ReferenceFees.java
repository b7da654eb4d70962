package io.rialto.engine.reference;

import static io.rialto.engine.reference.ReferenceInstrument.isIn;
import static io.rialto.engine.reference.Refusal.refuseIf;
import static io.rialto.protocol.Reason.*;
import static java.math.BigDecimal.ZERO;
import static java.math.BigDecimal.valueOf;

import io.rialto.engine.reference.ControlCommand.AssignFeeSchedule;
import io.rialto.engine.reference.ControlCommand.FeeTier;
import io.rialto.engine.reference.ControlCommand.SetFeeSchedule;
import io.rialto.protocol.FeeScope;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

/** Who pays by which schedule, and by which of its tiers. */
final class ReferenceFees {
    private static final int DAY_KIND = 7;
    private static final long DAY_NANOS = 24L * 60 * 60 * 1_000_000_000;
    private static final int ACCOUNT = 1, GROUP = 2, FIRM = 3, INSTRUMENT = 4;
    private static final String GROUP_OWNER = "group ";
    private static final int LAST_ACCOUNT = ReferenceMatching.MAX_EVENTS - 512;

    private record Schedule(int version, SetFeeSchedule terms) {}

    private record Whom(int scope, int target, int asset) {}

    private record Trader(int account, int asset) {}

    /** What an account pays in a market, and why: schedule, version, tier, which together name a rate segment. */
    record Terms(BigDecimal maker, BigDecimal taker, BigDecimal perLot, List<Integer> segment, BigDecimal volume) {}

    private final ReferenceMatching matching;
    private final ReferenceControl control;
    private final Map<Integer, Schedule> schedules = new TreeMap<>();
    private final Map<Whom, Integer> assigned = new HashMap<>();
    private final Map<Trader, TreeMap<Long, BigDecimal>> volumes = new HashMap<>();
    private final Map<Integer, Long> days = new HashMap<>();
    private long today;
    private int nextAccount = 100;

    ReferenceFees(ReferenceMatching matching, ReferenceControl control) {
        this.matching = matching;
        this.control = control;
    }

    void set(SetFeeSchedule asked) {
        List<FeeTier> tiers = asked.tiers();
        boolean isSound = isIn(1, asked.schedule(), 255) && isIn(1, tiers.size(), 8);
        for (int i = 0; i < tiers.size(); i++) {
            FeeTier tier = tiers.get(i);
            isSound &=
                    i == 0 ? tier.from() == 0 : tier.from() > tiers.get(i - 1).from();
            isSound &= isIn(-10_000_000, tier.maker(), 10_000_000) && isIn(-10_000_000, tier.taker(), 10_000_000);
        }
        isSound &= asked.feePerLot() == Command.NULL || asked.feePerLot() >= 0;
        refuseIf(!isSound, INVALID_FEE_SCHEDULE);
        refuseIf(!isIn(1, asked.asset(), control.assets.getAsInt()), UNKNOWN_ASSET);
        Schedule old = schedules.get(asked.schedule());
        refuseIf(old != null && old.terms.asset() != asked.asset(), FEE_ASSET_MISMATCH);
        for (ReferenceInstrument market : control.instruments) {
            boolean isConcerned = number(INSTRUMENT, market.number, asked.asset()) == asked.schedule();
            refuseIf(isConcerned && isAboveCeiling(asked, market), FEE_ABOVE_CEILING);
        }
        if (schedules.isEmpty()) begin();
        int version = old == null ? 1 : old.version + 1;
        schedules.put(asked.schedule(), new Schedule(version, asked));
        matching.events.add("FeeScheduleSet", asked.schedule(), version, asked.asset());
    }

    private static boolean isAboveCeiling(SetFeeSchedule asked, ReferenceInstrument market) {
        int ceiling = Math.max(0, Math.max(market.terms.makerFeeRate(), market.terms.takerFeeRate()));
        return market.feesInQuote
                && asked.tiers().stream().anyMatch(tier -> Math.max(tier.maker(), tier.taker()) > ceiling);
    }

    void assign(AssignFeeSchedule asked) {
        refuseIf(!isIn(ACCOUNT, asked.scope(), INSTRUMENT), INVALID_COMBINATION);
        refuseIf(!isIn(1, asked.asset(), control.assets.getAsInt()), UNKNOWN_ASSET);
        Schedule schedule = schedules.get(asked.schedule());
        refuseIf(asked.schedule() != 0 && schedule == null, UNKNOWN_FEE_SCHEDULE);
        refuseIf(schedule != null && schedule.terms.asset() != asked.asset(), FEE_ASSET_MISMATCH);
        if (asked.scope() == ACCOUNT) control.account(asked.target());
        else if (asked.scope() == INSTRUMENT) {
            ReferenceInstrument market = control.instrument(asked.target());
            refuseIf(market.terms.quoteAsset() != asked.asset(), FEE_ASSET_MISMATCH);
            refuseIf(schedule != null && isAboveCeiling(schedule.terms, market), FEE_ABOVE_CEILING);
        } else refuseIf(asked.target() < 1, INVALID_COMBINATION);
        int old = number(asked.scope(), asked.target(), asked.asset());
        refuseIf(old == asked.schedule(), WOULD_CHANGE_NOTHING);
        assigned.put(new Whom(asked.scope(), asked.target(), asked.asset()), asked.schedule());
        var scope = FeeScope.get((short) asked.scope());
        matching.events.add("FeeScheduleAssigned", old, asked.schedule(), asked.asset(), asked.target(), scope);
    }

    private int number(int scope, int target, int asset) {
        return assigned.getOrDefault(new Whom(scope, target, asset), 0);
    }

    /** Account before group before firm; 0 for none of them. */
    private int ownSchedule(int account, int asset) {
        String owner = matching.owners.get(account);
        int group = owner.startsWith(GROUP_OWNER) ? Integer.parseInt(owner.substring(GROUP_OWNER.length())) : 0;
        int own = number(ACCOUNT, account, asset);
        if (own == 0 && group != 0) own = number(GROUP, group, asset);
        int firm = control.blocks.firms.get(account);
        return own == 0 && firm != 0 ? number(FIRM, firm, asset) : own;
    }

    Terms terms(int account, ReferenceInstrument market) {
        int asset = market.terms.quoteAsset();
        int own = ownSchedule(account, asset);
        int number = own == 0 ? number(INSTRUMENT, market.number, asset) : own;
        BigDecimal perLot = market.perLot();
        if (number == 0) return new Terms(market.makerRate, market.takerRate, perLot, List.of(0, 0, 0), ZERO);
        Schedule schedule = schedules.get(number);
        BigDecimal volume = volume(account, asset, day(account));
        int tier = tier(schedule, volume);
        FeeTier rates = schedule.terms.tiers().get(tier - 1);
        BigDecimal ceiling = market.makerRate.max(market.takerRate).max(ZERO);
        BigDecimal maker = valueOf(rates.maker(), 7);
        BigDecimal taker = valueOf(rates.taker(), 7);
        if (market.feesInQuote) maker = maker.min(ceiling);
        if (market.feesInQuote) taker = taker.min(ceiling);
        long asked = schedule.terms.feePerLot();
        if (asked != Command.NULL) perLot = perLot.min(valueOf(asked));
        return new Terms(maker, taker, perLot, List.of(number, schedule.version, tier), volume);
    }

    /** Whether a schedule counts volume in what the market is quoted in. */
    boolean concern(ReferenceInstrument market) {
        return schedules.values().stream().anyMatch(one -> one.terms.asset() == market.terms.quoteAsset());
    }

    private static int tier(Schedule schedule, BigDecimal volume) {
        return (int) schedule.terms.tiers().stream()
                .filter(tier -> valueOf(tier.from()).compareTo(volume) <= 0)
                .count();
    }

    /** Trades between accounts of one owner are nobody's volume. */
    void traded(ReferenceInstrument market, int one, int other, BigDecimal notional) {
        boolean isOwn = matching.owners.get(one).equals(matching.owners.get(other));
        if (isOwn || !concern(market)) return;
        for (int account : List.of(one, other)) add(market, account, day(account), notional);
    }

    /** Below zero of a trade that is taken back. */
    void add(ReferenceInstrument market, int account, long day, BigDecimal notional) {
        volumes.computeIfAbsent(new Trader(account, market.terms.quoteAsset()), key -> new TreeMap<>())
                .merge(day, notional, BigDecimal::add);
    }

    long day(int account) {
        return days.getOrDefault(account, today);
    }

    private BigDecimal volume(int account, int asset, long day) {
        var byDay = volumes.getOrDefault(new Trader(account, asset), new TreeMap<>());
        return byDay.subMap(day - 30, day).values().stream()
                .reduce(ZERO, BigDecimal::add)
                .min(ReferenceLedger.MOST);
    }

    private void begin() {
        today = Math.floorDiv(matching.nowNanos, DAY_NANOS);
        awaitMidnight();
    }

    private void awaitMidnight() {
        matching.agenda.add((today + 1) * DAY_NANOS, DAY_KIND, 0, this::isRolled);
    }

    private boolean isRolled() {
        long day = Math.floorDiv(matching.nowNanos, DAY_NANOS);
        for (; matching.owners.containsKey(nextAccount); nextAccount++) {
            if (matching.events.size() > LAST_ACCOUNT) return false;
            for (int asset = 1; asset <= control.assets.getAsInt(); asset++) roll(nextAccount, asset, day);
            days.put(nextAccount, day);
        }
        nextAccount = 100;
        days.clear();
        today = day;
        awaitMidnight();
        return true;
    }

    private void roll(int account, int asset, long day) {
        BigDecimal before = volume(account, asset, day(account));
        BigDecimal after = volume(account, asset, day);
        int own = ownSchedule(account, asset);
        TreeSet<Integer> numbers = new TreeSet<>();
        if (own != 0) numbers.add(own);
        for (var market : control.instruments) if (own == 0) numbers.add(number(INSTRUMENT, market.number, asset));
        numbers.stream().map(schedules::get).filter(Objects::nonNull).forEach(schedule -> {
            int from = tier(schedule, before);
            int to = tier(schedule, after);
            if (from == to) return;
            matching.events.add(
                    "FeeTierChanged", after, account, schedule.terms.schedule(), schedule.version, from, to);
        });
    }
}
