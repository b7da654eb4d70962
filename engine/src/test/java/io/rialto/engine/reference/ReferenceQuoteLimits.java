package io.rialto.engine.reference;

import static io.rialto.engine.reference.ReferenceInstrument.isIn;
import static io.rialto.engine.reference.Refusal.refuseIf;
import static io.rialto.protocol.Reason.*;
import static java.math.BigDecimal.ZERO;
import static java.math.BigDecimal.valueOf;

import io.rialto.engine.reference.Command.AssignQuoteGroup;
import io.rialto.engine.reference.Command.ProtectQuotes;
import java.math.BigDecimal;
import java.util.*;
import java.util.function.Function;

/** How much may be executed of an account's quotes before they are pulled: in an instrument, in a group of them, in all. */
final class ReferenceQuoteLimits {
    private static final Member NOBODY = new Member(0, 10_000);

    private record Member(int group, int weightBps) {}

    private record Key(int account, int instrument, int group) {}

    private record Fill(long nanos, BigDecimal lots, BigDecimal value, BigDecimal delta) {}

    private record Pulled(int account, int group) {}

    /** Who takes out what the account has in a group, once that was said. */
    interface Puller {
        void pull(int account, int group, Runnable saying);
    }

    private final ReferenceMatching matching;
    private final Puller puller;
    private final Map<Key, Member> members = new HashMap<>();
    private final Map<Key, ProtectQuotes> limits = new HashMap<>();
    private final Map<Key, List<Fill>> fills = new HashMap<>();
    private final Set<Pulled> pulled = new HashSet<>();

    ReferenceQuoteLimits(ReferenceMatching matching, Puller puller) {
        this.matching = matching;
        this.puller = puller;
    }

    boolean isOut(int account, int group) {
        return pulled.contains(new Pulled(account, 0)) || pulled.contains(new Pulled(account, group));
    }

    boolean isOutIn(int account, int instrument) {
        return isOut(account, group(account, instrument));
    }

    int group(int account, int instrument) {
        return member(account, instrument).group;
    }

    private Member member(int account, int instrument) {
        return members.getOrDefault(new Key(account, instrument, 0), NOBODY);
    }

    /** First for its instrument, then for its group, then for all. */
    void filled(ReferenceOrder order, long lots, BigDecimal value) {
        if (!order.isQuote) return;
        int account = order.account;
        int instrument = order.instrument.number;
        Member member = member(account, instrument);
        BigDecimal bought = valueOf(order.isBuy ? lots : -lots);
        Fill fill = new Fill(matching.nowNanos, valueOf(lots), value, bought.multiply(valueOf(member.weightBps)));
        count(new Key(account, instrument, 0), member.group, fill);
        if (member.group != 0) count(new Key(account, 0, member.group), member.group, ofGroup(order, fill));
        count(new Key(account, 0, 0), 0, ofGroup(order, fill, 0));
    }

    private Fill ofGroup(ReferenceOrder order, Fill fill) {
        return ofGroup(order, fill, group(order.account, order.instrument.number));
    }

    private Fill ofGroup(ReferenceOrder order, Fill fill, int group) {
        ProtectQuotes asked = limits.get(new Key(order.account, 0, group));
        boolean isCounted = asked != null && asked.valueAsset() == order.instrument.terms.quoteAsset();
        return isCounted ? fill : new Fill(fill.nanos, fill.lots, ZERO, fill.delta);
    }

    private void count(Key where, int group, Fill fill) {
        ProtectQuotes asked = limits.get(where);
        if (asked == null || asked.windowNanos() == 0 || isOut(where.account, group)) return;
        List<Fill> counted = fills.computeIfAbsent(where, any -> new ArrayList<>());
        counted.removeIf(old -> matching.nowNanos - old.nanos >= asked.windowNanos());
        counted.add(fill);
        BigDecimal delta = sum(counted, Fill::delta);
        boolean isEnough = reaches(sum(counted, Fill::lots), asked.maxLots())
                || reaches(valueOf(counted.size()), asked.maxFills())
                || reaches(sum(counted, Fill::value), asked.maxValueMinor())
                || asked.maxDeltaLots() != 0
                        && delta.abs().compareTo(valueOf(asked.maxDeltaLots()).multiply(valueOf(10_000))) >= 0;
        if (!isEnough) return;
        pulled.add(new Pulled(where.account, group));
        List<Fill> by = List.copyOf(counted);
        boolean isOldWay = where.instrument != 0 && group == 0 && asked.maxDeltaLots() == 0;
        puller.pull(where.account, group, () -> say(where, group, by, isOldWay));
    }

    private void say(Key where, int group, List<Fill> by, boolean isOldWay) {
        var much = List.of(told(sum(by, Fill::lots)), told(sum(by, Fill::value)), by.size());
        if (isOldWay) matching.events.add("QuotesPulled", where.account, where.instrument, much);
        else {
            BigDecimal delta = told(sum(by, Fill::delta));
            matching.events.add("QuoteGroupPulled", where.account, group, where.instrument, much, delta);
        }
    }

    private static boolean reaches(BigDecimal sum, long limit) {
        return limit != 0 && sum.compareTo(valueOf(limit)) >= 0;
    }

    private static BigDecimal sum(List<Fill> fills, Function<Fill, BigDecimal> what) {
        return fills.stream().map(what).reduce(ZERO, BigDecimal::add);
    }

    private static BigDecimal told(BigDecimal sum) {
        BigDecimal most = valueOf(Long.MAX_VALUE);
        return sum.min(most).max(most.negate());
    }

    void protect(ProtectQuotes asked) {
        boolean isOfGroup = asked.instrument() == 0;
        boolean isSound = asked.windowNanos() >= 0
                && asked.maxLots() >= 0
                && asked.maxFills() >= 0
                && asked.maxValueMinor() >= 0
                && asked.maxDeltaLots() >= 0;
        boolean hasLimit = asked.maxLots() != 0
                || asked.maxFills() != 0
                || asked.maxValueMinor() != 0
                || asked.maxDeltaLots() != 0;
        boolean isAssetMeant = isOfGroup && asked.maxValueMinor() != 0;
        refuseIf(!isSound || hasLimit != (asked.windowNanos() != 0), INVALID_PARAMETER);
        refuseIf(isAssetMeant != (asked.valueAsset() != 0), INVALID_PARAMETER);
        refuseIf(!isOfGroup && asked.group() != 0, INVALID_PARAMETER);
        Key where = new Key(asked.account(), asked.instrument(), asked.group());
        limits.put(where, asked);
        fills.remove(where);
    }

    static void refuseUnknown(int group) {
        refuseIf(!isIn(0, group, 100), UNKNOWN_QUOTE_GROUP);
    }

    void assign(AssignQuoteGroup asked) {
        refuseUnknown(asked.group());
        refuseIf(!isIn(-1_000_000, asked.deltaWeightBps(), 1_000_000), DELTA_WEIGHT_INVALID);
        Member old = member(asked.account(), asked.instrument());
        Member now = new Member(asked.group(), asked.deltaWeightBps());
        refuseIf(now.equals(old), WOULD_CHANGE_NOTHING);
        members.put(new Key(asked.account(), asked.instrument(), 0), now);
        var groups = List.of(old.group, now.group, old.weightBps, now.weightBps);
        matching.events.add("QuoteGroupAssigned", asked.account(), asked.instrument(), groups);
    }

    void reset(int account) {
        refuseIf(!pulled.removeIf(one -> one.account == account), NOTHING_TO_RESET);
        fills.keySet().removeIf(where -> where.account == account);
    }
}
