package io.rialto.feeds.clearing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The open ones. A cycle makes one of all that a member has due in an instrument. Threading: whoever holds the gate. */
final class Obligations {
    private record Key(int account, int instrument, int day) implements Comparable<Key> {
        private static final Comparator<Key> ORDER = Comparator.comparingInt(Key::account)
                .thenComparingInt(Key::instrument)
                .thenComparingInt(Key::day);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    private final Map<Key, Obligation> open = new TreeMap<>();

    /** A trade's part of it. */
    void add(int account, int instrument, int day, long baseMinor, long quoteMinor, long heldMinor, long sequence) {
        Key key = new Key(account, instrument, day);
        Obligation part = new Obligation(
                account, instrument, day, baseMinor, quoteMinor, heldMinor, ObligationState.NOVATED, 0, sequence);
        open.merge(key, part, Obligations::sum);
        Obligation all = open.get(key);
        if (all.baseMinor() == 0 && all.quoteMinor() == 0 && all.baseHeldMinor() == 0) open.remove(key);
    }

    private static Obligation sum(Obligation one, Obligation other) {
        return new Obligation(
                one.account(),
                one.instrument(),
                one.settlementDay(),
                Math.addExact(one.baseMinor(), other.baseMinor()),
                Math.addExact(one.quoteMinor(), other.quoteMinor()),
                Math.addExact(one.baseHeldMinor(), other.baseHeldMinor()),
                one.state(),
                one.cycles(),
                other.sequence());
    }

    void netted(int instrument, int day) {
        open.keySet().removeIf(key -> key.instrument == instrument && key.day <= day);
    }

    void put(Obligation obligation) {
        open.put(key(obligation), obligation);
    }

    /** What is left of it stays open, if anything is. */
    void settled(Obligation left) {
        boolean isWhole = left.baseMinor() == 0 && left.quoteMinor() == 0;
        if (isWhole) open.remove(key(left));
        else open.put(key(left), left);
    }

    /** What failed is there by now. */
    void covered(int account, int instrument, long heldMinor, long sequence) {
        open.replaceAll((key, one) -> {
            boolean isMeant = key.account == account && key.instrument == instrument && one.cycles() > 0;
            if (!isMeant) return one;
            return new Obligation(
                    account,
                    instrument,
                    one.settlementDay(),
                    one.baseMinor(),
                    one.quoteMinor(),
                    one.baseHeldMinor() + heldMinor,
                    one.state(),
                    one.cycles(),
                    sequence);
        });
    }

    private static Key key(Obligation one) {
        return new Key(one.account(), one.instrument(), one.settlementDay());
    }

    /** @param account 0 for all */
    List<Obligation> open(int account) {
        List<Obligation> found = new ArrayList<>();
        for (Obligation one : open.values()) if (account == 0 || one.account() == account) found.add(one);
        return found;
    }
}
