package io.rialto.engine.risk;

import io.rialto.protocol.RiskAction;
import io.rialto.protocol.RiskBreachedEncoder;
import io.rialto.protocol.frame.Frame;
import io.rialto.protocol.frame.FrameLayout;
import java.util.Arrays;
import java.util.function.LongConsumer;

/**
 * Breaches that were counted and are told when their command is over; what the frame has no room for is told in the next.
 *
 * <p>Threading: the core's thread only. Allocates only to grow.
 */
final class RiskNews {
    private static final int FEW = 16;

    private final RiskBreachedEncoder breached = new RiskBreachedEncoder();
    private RiskRule[] rules = new RiskRule[FEW];
    private RiskAction[] actions = new RiskAction[FEW];
    private long[] measured = new long[FEW];
    private int[] accounts = new int[FEW];
    private int[] instruments = new int[FEW];
    private int[] counts = new int[FEW];
    private int size;

    boolean isAny() {
        return size > 0;
    }

    int size() {
        return size;
    }

    /**
     * Behind everything, but of what was noted for the same order ahead of milder actions.
     *
     * @param from where the news of the order begin
     */
    void add(int from, RiskRule rule, RiskAction action, long value, int account, int instrument, int count) {
        if (size == rules.length) grow();
        int place = size++;
        while (place > from && actions[place - 1].value() < action.value()) {
            move(place - 1, place);
            place--;
        }
        rules[place] = rule;
        actions[place] = action;
        measured[place] = value;
        accounts[place] = account;
        instruments[place] = instrument;
        counts[place] = count;
    }

    void tell(Frame frame) {
        int told = 0;
        while (told < size && frame.eventCount() < FrameLayout.MAX_EVENTS) tell(frame, told++);
        for (int i = told; i < size; i++) move(i, i - told);
        Arrays.fill(rules, size - told, size, null);
        size -= told;
    }

    void visit(LongConsumer state) {
        for (int i = 0; i < size; i++) {
            state.accept((long) rules[i].number << 32 | rules[i].version);
            state.accept(measured[i]);
            state.accept((long) accounts[i] << 32 | instruments[i]);
            state.accept((long) counts[i] << 32 | actions[i].value());
        }
        state.accept(0);
    }

    private void tell(Frame frame, int place) {
        RiskRule rule = rules[place];
        frame.claimEvent(breached)
                .measured(measured[place])
                .ruleLimit(rule.limit)
                .rule(rule.number)
                .version(rule.version)
                .account(accounts[place])
                .instrument(instruments[place])
                .count(counts[place])
                .ruleType(rule.type)
                .action(actions[place])
                .severity(rule.severity);
    }

    private void move(int from, int to) {
        rules[to] = rules[from];
        actions[to] = actions[from];
        measured[to] = measured[from];
        accounts[to] = accounts[from];
        instruments[to] = instruments[from];
        counts[to] = counts[from];
    }

    private void grow() {
        int length = size << 1;
        rules = Arrays.copyOf(rules, length);
        actions = Arrays.copyOf(actions, length);
        measured = Arrays.copyOf(measured, length);
        accounts = Arrays.copyOf(accounts, length);
        instruments = Arrays.copyOf(instruments, length);
        counts = Arrays.copyOf(counts, length);
    }
}
