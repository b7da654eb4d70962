package io.rialto.engine.lists;

import io.rialto.protocol.ChildPolicy;
import io.rialto.protocol.ListKind;
import java.util.function.LongConsumer;

/**
 * One list: its legs, in their order, and what became of each so far. Used again and again.
 *
 * <p>Where there is a parent it is leg 0, and the legs behind it are its children. Quantities in lots.
 */
final class OrderList {
    static final int MOST_LEGS = 3;
    static final int PARENT = 0;
    static final int NO_LEG = -1;

    static final byte OCO = (byte) ListKind.OCO.value();
    static final byte OTO = (byte) ListKind.OTO.value();
    static final byte OTOCO = (byte) ListKind.OTOCO.value();
    static final byte OUO = (byte) ListKind.OUO.value();
    static final byte NO_CHILDREN = (byte) ChildPolicy.NONE.value();
    static final byte FULL = (byte) ChildPolicy.FULL.value();
    static final byte PARTIAL = (byte) ChildPolicy.PARTIAL.value();

    /** What a leg is about. */
    static final byte PENDING = 1;

    static final byte WORKING = 2;
    static final byte GONE = 3;

    long number;
    int account;
    int instrument;
    byte kind;
    byte policy;
    boolean startsOnPartialCancel;
    int legs;
    final long[] orders = new long[MOST_LEGS];
    final long[] quantityLots = new long[MOST_LEGS];
    final long[] executedLots = new long[MOST_LEGS];
    final byte[] states = new byte[MOST_LEGS];
    final boolean[] areElected = new boolean[MOST_LEGS];

    /** Of what a leg executed, how much the others have followed. */
    final long[] followedLots = new long[MOST_LEGS];

    /** A leg met an order of its own owner: the list is at its end. */
    boolean isBroken;

    /** It stands in the line of lists that something happened to. */
    boolean isMarked;

    static boolean hasParent(byte kind) {
        return kind == OTO || kind == OTOCO;
    }

    static int legsOf(byte kind) {
        return kind == OTOCO ? 3 : 2;
    }

    void begin(long asNumber, int owner, int market, byte asKind, byte asPolicy, boolean onPartialCancel) {
        number = asNumber;
        account = owner;
        instrument = market;
        kind = asKind;
        policy = asPolicy;
        startsOnPartialCancel = onPartialCancel;
        legs = legsOf(asKind);
        isMarked = false;
        isBroken = false;
        for (int leg = 0; leg < MOST_LEGS; leg++) {
            orders[leg] = 0;
            quantityLots[leg] = 0;
            executedLots[leg] = 0;
            followedLots[leg] = 0;
            areElected[leg] = false;
            states[leg] = hasParent(asKind) && leg != PARENT ? PENDING : WORKING;
        }
    }

    boolean isParent(int leg) {
        return hasParent(kind) && leg == PARENT;
    }

    /** The other leg of a pair, or NO_LEG. */
    int fellowOf(int leg) {
        if (kind == OTO || isParent(leg)) return NO_LEG;
        int first = hasParent(kind) ? PARENT + 1 : 0;
        return leg == first ? first + 1 : first;
    }

    boolean isFilled(int leg) {
        return states[leg] == GONE && executedLots[leg] >= quantityLots[leg];
    }

    /** It ended with something left of it. */
    boolean isLost(int leg) {
        return states[leg] == GONE && executedLots[leg] < quantityLots[leg];
    }

    long unfollowedLots(int leg) {
        return executedLots[leg] - followedLots[leg];
    }

    /** Whether it did, since others followed it last, what decides about them. */
    boolean hasActed(int leg) {
        return areElected[leg] || unfollowedLots(leg) > 0;
    }

    /** Everything that can change a later decision, in a fixed order. */
    void visit(LongConsumer state) {
        state.accept(number);
        state.accept((long) account << 32 | instrument);
        state.accept(kind << 24
                | policy << 16
                | (startsOnPartialCancel ? 1 << 8 : 0)
                | (isMarked ? 1 : 0)
                | (isBroken ? 2 : 0));
        for (int leg = 0; leg < legs; leg++) {
            state.accept(orders[leg]);
            state.accept(quantityLots[leg]);
            state.accept(executedLots[leg]);
            state.accept(followedLots[leg]);
            state.accept(states[leg] << 1 | (areElected[leg] ? 1 : 0));
        }
    }
}
