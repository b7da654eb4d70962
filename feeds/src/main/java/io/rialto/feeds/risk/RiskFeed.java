package io.rialto.feeds.risk;

import static io.rialto.protocol.frame.FrameLayout.PART_HEADER_LENGTH;

import io.rialto.feeds.position.Position;
import io.rialto.protocol.AccountState;
import io.rialto.protocol.AccountStateChangedDecoder;
import io.rialto.protocol.RiskAction;
import io.rialto.protocol.RiskBreachedDecoder;
import io.rialto.protocol.RiskRuleRemovedDecoder;
import io.rialto.protocol.RiskRuleSetDecoder;
import io.rialto.protocol.SetRiskRuleDecoder;
import io.rialto.protocol.frame.FrameView;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Keeps every version of every risk rule, which of them are in force, and the last breaches, {@value #ALERTS_KEPT} at the most.
 *
 * <p>Threading: the writing thread, between the position's enter and leave; questions go through {@link #risk}.
 */
public final class RiskFeed {
    private static final int ALERTS_KEPT = 10_000;
    private static final int MOST_STEPS = 4;

    private final TreeMap<Integer, List<RiskRule>> versions = new TreeMap<>();
    private final Set<Integer> removed = new HashSet<>();
    /** Newest first. */
    private final Deque<RiskAlert> alerts = new ArrayDeque<>();

    private long alertCount;
    private final Risk risk;
    private final SetRiskRuleDecoder asked = new SetRiskRuleDecoder();
    private final RiskRuleSetDecoder ruleSet = new RiskRuleSetDecoder();
    private final RiskRuleRemovedDecoder ruleRemoved = new RiskRuleRemovedDecoder();
    private final RiskBreachedDecoder breached = new RiskBreachedDecoder();
    private final AccountStateChangedDecoder stateChanged = new AccountStateChangedDecoder();
    private final Map<Integer, AccountState> states = new HashMap<>();

    public RiskFeed(Position position) {
        risk = new Risk(position, this);
    }

    public Risk risk() {
        return risk;
    }

    AccountState state(int account) {
        return states.getOrDefault(account, AccountState.ACTIVE);
    }

    /** False when the event where the view stands is about something else. */
    public boolean read(FrameView frame) {
        int at = frame.eventOffset();
        int length = frame.eventBlockLength();
        int version = frame.eventVersion();
        switch (frame.eventType()) {
            case RiskRuleSetDecoder.TEMPLATE_ID -> onSet(ruleSet.wrap(frame.buffer(), at, length, version), frame);
            case RiskRuleRemovedDecoder.TEMPLATE_ID ->
                removed.add(
                        ruleRemoved.wrap(frame.buffer(), at, length, version).rule());
            case AccountStateChangedDecoder.TEMPLATE_ID -> {
                stateChanged.wrap(frame.buffer(), at, length, version);
                states.put(stateChanged.account(), stateChanged.newState());
            }
            case RiskBreachedDecoder.TEMPLATE_ID ->
                onBreached(breached.wrap(frame.buffer(), at, length, version), frame);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void onSet(RiskRuleSetDecoder event, FrameView frame) {
        int at = frame.offset() + frame.commandOffset() + PART_HEADER_LENGTH;
        asked.wrap(frame.buffer(), at, SetRiskRuleDecoder.BLOCK_LENGTH, SetRiskRuleDecoder.SCHEMA_VERSION);
        RiskRule rule = new RiskRule(
                event.rule(),
                event.version(),
                asked.name(),
                asked.ruleType(),
                asked.ruleLimit(),
                asked.windowNanos(),
                asked.coolDownNanos(),
                asked.scope(),
                asked.target(),
                asked.instrument(),
                asked.asset(),
                asked.action(),
                asked.severity(),
                steps(),
                asked.enabled() == 1,
                0,
                0,
                frame.sequence());
        versions.computeIfAbsent(event.rule(), number -> new ArrayList<>()).add(rule);
    }

    private List<RiskStep> steps() {
        int[] breaches = {asked.step1Breaches(), asked.step2Breaches(), asked.step3Breaches(), asked.step4Breaches()};
        short[] actions = {asked.step1Action(), asked.step2Action(), asked.step3Action(), asked.step4Action()};
        List<RiskStep> steps = new ArrayList<>();
        for (int i = 0; i < MOST_STEPS && breaches[i] != 0; i++) {
            steps.add(new RiskStep(breaches[i], RiskAction.get(actions[i])));
        }
        return steps;
    }

    private void onBreached(RiskBreachedDecoder event, FrameView frame) {
        List<RiskRule> of = versions.get(event.rule());
        RiskRule rule = of.get(event.version() - 1);
        of.set(event.version() - 1, rule.breached(frame.timeNanos()));
        alerts.addFirst(new RiskAlert(
                ++alertCount,
                event.rule(),
                event.version(),
                event.ruleType(),
                event.account(),
                event.instrument(),
                rule.asset(),
                event.measured(),
                event.ruleLimit(),
                event.count(),
                event.action(),
                event.severity(),
                frame.timeNanos(),
                frame.sequence()));
        if (alerts.size() > ALERTS_KEPT) alerts.removeLast();
    }

    /** The last version of each that was not removed. */
    List<RiskRule> rules() {
        return versions.values().stream()
                .map(of -> of.get(of.size() - 1))
                .filter(rule -> !removed.contains(rule.number()))
                .toList();
    }

    List<RiskRule> versions(int rule) {
        return List.copyOf(versions.getOrDefault(rule, List.of()));
    }

    /** Newest first. @param account 0 for all */
    List<RiskAlert> alerts(int account, long before, int limit) {
        return alerts.stream()
                .filter(alert -> alert.number() < before && (account == 0 || alert.account() == account))
                .limit(limit)
                .toList();
    }
}
