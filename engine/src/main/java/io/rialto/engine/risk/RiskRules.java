package io.rialto.engine.risk;

import java.util.Arrays;
import java.util.function.LongConsumer;

/** The rules that are kept, in the order of their numbers. A number is never used twice. */
final class RiskRules {
    static final int MOST = 1_000;

    private RiskRule[] rules = new RiskRule[8];
    private int count;
    private int lastNumber;

    int count() {
        return count;
    }

    RiskRule get(int place) {
        return rules[place];
    }

    /** Null when there is none of this number. */
    RiskRule find(int number) {
        int place = place(number);
        return place < 0 ? null : rules[place];
    }

    void add(RiskRule rule) {
        if (count == rules.length) rules = Arrays.copyOf(rules, count << 1);
        rule.number = ++lastNumber;
        rule.version = 1;
        rules[count++] = rule;
    }

    void replace(RiskRule rule) {
        int place = place(rule.number);
        rule.version = rules[place].version + 1;
        rules[place] = rule;
    }

    void remove(int number) {
        int place = place(number);
        System.arraycopy(rules, place + 1, rules, place, --count - place);
        rules[count] = null;
    }

    void visit(LongConsumer state) {
        state.accept(lastNumber);
        for (int place = 0; place < count; place++) rules[place].visit(state);
        state.accept(0);
    }

    private int place(int number) {
        int low = 0;
        int high = count - 1;
        while (low <= high) {
            int middle = low + high >>> 1;
            if (rules[middle].number == number) return middle;
            if (rules[middle].number < number) low = middle + 1;
            else high = middle - 1;
        }
        return -1;
    }
}
