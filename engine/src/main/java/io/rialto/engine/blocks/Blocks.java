package io.rialto.engine.blocks;

import io.rialto.engine.lookup.EntryTable;
import io.rialto.engine.lookup.Mixing;
import io.rialto.protocol.BlockScope;
import java.util.Arrays;
import java.util.function.LongConsumer;

/**
 * Who is suspended and who is killed: firms, accounts, traders, keys and symbols by their numbers.
 *
 * <p>Threading: the core's thread only. Allocates only to grow.
 */
public final class Blocks {
    static final int SUSPENDED = 1;
    static final int KILLED = 2;

    private final EntryTable table = new EntryTable(16);
    private int[] targets = new int[16];
    private byte[] scopes = new byte[16];
    private byte[] states = new byte[16];
    private int count;
    private int blockedBeyondAccounts;

    boolean isSuspended(BlockScope scope, int target) {
        return (state(scope, target) & SUSPENDED) != 0;
    }

    boolean isKilled(BlockScope scope, int target) {
        return (state(scope, target) & KILLED) != 0;
    }

    /** Whether nobody may trade it. */
    public boolean isSymbolKilled(int instrument) {
        return isKilled(BlockScope.SYMBOL, instrument);
    }

    /** Whether a firm, a trader or a key is blocked, so that an order has to be asked whose it is. */
    boolean areAnyBeyondAccounts() {
        return blockedBeyondAccounts > 0;
    }

    void set(BlockScope scope, int target, int bit) {
        change(scope, target, state(scope, target) | bit);
    }

    void clear(BlockScope scope, int target, int bit) {
        change(scope, target, state(scope, target) & ~bit);
    }

    /** Everything that can change a later decision. */
    public void visit(LongConsumer state) {
        for (int entry = 0; entry < count; entry++) {
            if (states[entry] == 0) continue;
            state.accept((long) targets[entry] << 32 | scopes[entry] << 8 | states[entry]);
        }
    }

    private void change(BlockScope scope, int target, int state) {
        int entry = find(scope, target);
        if (entry == EntryTable.NONE) entry = open(scope, target);
        boolean isBeyond = scope == BlockScope.FIRM || scope == BlockScope.TRADER || scope == BlockScope.KEY;
        if (isBeyond) blockedBeyondAccounts += Integer.signum(state) - Integer.signum(states[entry]);
        states[entry] = (byte) state;
    }

    private int state(BlockScope scope, int target) {
        int entry = find(scope, target);
        return entry == EntryTable.NONE ? 0 : states[entry];
    }

    private int find(BlockScope scope, int target) {
        int hash = hash(scope, target);
        int place = table.find(hash);
        while (place != EntryTable.NONE) {
            int entry = table.entry(place);
            if (targets[entry] == target && scopes[entry] == scope.value()) return entry;
            place = table.findAfter(hash, place);
        }
        return EntryTable.NONE;
    }

    private int open(BlockScope scope, int target) {
        if (count == targets.length) {
            targets = Arrays.copyOf(targets, count << 1);
            scopes = Arrays.copyOf(scopes, count << 1);
            states = Arrays.copyOf(states, count << 1);
        }
        targets[count] = target;
        scopes[count] = (byte) scope.value();
        states[count] = 0;
        table.insert(hash(scope, target), count);
        return count++;
    }

    private static int hash(BlockScope scope, int target) {
        return Mixing.hash((long) target << 8 | scope.value());
    }
}
