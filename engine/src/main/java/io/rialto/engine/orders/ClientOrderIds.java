package io.rialto.engine.orders;

import io.rialto.engine.lookup.EntryTable;
import io.rialto.engine.lookup.Mixing;
import java.util.Arrays;
import org.agrona.DirectBuffer;

/**
 * The names that owners gave to their open orders: at most 36 printable characters, unique in the account while open.
 *
 * <p>One name is asked about at a time: {@link #read} takes it from a command, the other calls mean that one.
 *
 * <p>Threading: the core's thread only. Allocates only to grow.
 */
public final class ClientOrderIds {
    public static final int NONE = -1;

    private static final int LONGEST = 36;
    private static final int WORDS = 5;
    private static final byte FIRST_PRINTABLE = ' ';
    private static final byte LAST_PRINTABLE = '~';

    private final EntryTable table = new EntryTable(64);
    private final long[] asked = new long[WORDS];
    private boolean isNamed;
    private long[] words = new long[64 * WORDS];
    private int[] accounts = new int[64]; // of a free entry the next free one
    private int used;
    private int firstFree = NONE;

    /** Takes the name that stands here with its length before it; false when it is none, in length or letters. */
    boolean read(DirectBuffer buffer, int offset, int limit) {
        isNamed = false;
        if (offset + Short.BYTES > limit) return false;
        int length = buffer.getShort(offset) & 0xFFFF;
        if (length == 0) return true;
        int at = offset + Short.BYTES;
        if (length > LONGEST || at + length > limit) return false;
        Arrays.fill(asked, 0);
        for (int i = 0; i < length; i++) {
            byte letter = buffer.getByte(at + i);
            if (letter < FIRST_PRINTABLE || letter > LAST_PRINTABLE) return false;
            asked[i >> 3] |= (long) letter << (i & 7) * Byte.SIZE;
        }
        isNamed = true;
        return true;
    }

    /** None is asked about. */
    void readNone() {
        isNamed = false;
    }

    /** Whether an open order of the account carries the name. */
    boolean isTaken(int account) {
        if (!isNamed) return false;
        int hash = hash(asked, 0, account);
        int place = table.find(hash);
        while (place != EntryTable.NONE) {
            if (isAsked(table.entry(place), account)) return true;
            place = table.findAfter(hash, place);
        }
        return false;
    }

    /** Keeps the name; {@link #NONE} when there was none. */
    int keep(int account) {
        if (!isNamed) return NONE;
        int entry = claim();
        System.arraycopy(asked, 0, words, entry * WORDS, WORDS);
        accounts[entry] = account;
        table.insert(hash(asked, 0, account), entry);
        return entry;
    }

    void forget(int entry) {
        table.remove(hash(words, entry * WORDS, accounts[entry]), entry);
        accounts[entry] = firstFree;
        firstFree = entry;
    }

    int count() {
        return table.size();
    }

    /** A word of the name, as it came. */
    public long word(int entry, int word) {
        return words[entry * WORDS + word];
    }

    private boolean isAsked(int entry, int account) {
        if (accounts[entry] != account) return false;
        for (int i = 0; i < WORDS; i++) if (words[entry * WORDS + i] != asked[i]) return false;
        return true;
    }

    private int claim() {
        int entry = firstFree;
        if (entry != NONE) {
            firstFree = accounts[entry];
            return entry;
        }
        if (used == accounts.length) {
            accounts = Arrays.copyOf(accounts, used << 1);
            words = Arrays.copyOf(words, words.length << 1);
        }
        return used++;
    }

    private static int hash(long[] name, int at, int account) {
        int front = Mixing.hash(name[at], name[at + 1], name[at + 2]);
        return Mixing.hash(name[at + 3], name[at + 4], (long) front << 32 | account);
    }
}
