package io.rialto.engine.listing;

import io.rialto.engine.book.Book;
import io.rialto.engine.book.LevelPool;
import io.rialto.engine.book.OrderPool;
import io.rialto.engine.pricing.LotValue;
import java.util.Arrays;

/**
 * The instruments, counted from 1. Symbols are 32 bytes, kept as four longs.
 *
 * <p>Threading: the core's thread only.
 */
public final class Instruments {
    static final int SYMBOL_WORDS = 4;

    private static final int EXPECTED_PAGES = 64;

    private final OrderPool orders;
    private final LevelPool levels;
    private long[] symbols = new long[16 * SYMBOL_WORDS];
    private Instrument[] instruments = new Instrument[16];
    private int count;

    public Instruments(OrderPool orders) {
        this.orders = orders;
        this.levels = new LevelPool(orders, EXPECTED_PAGES);
    }

    public int count() {
        return count;
    }

    public boolean isListed(int instrument) {
        return instrument >= 1 && instrument <= count;
    }

    public Instrument get(int instrument) {
        return instruments[instrument - 1];
    }

    /** The number of the instrument with this symbol; 0 when there is none. */
    public int numberOf(long[] symbol) {
        return Codes.find(symbols, count, symbol) + 1;
    }

    /** A word of the symbol, as it came. */
    public long symbolWord(int instrument, int word) {
        return symbols[(instrument - 1) * SYMBOL_WORDS + word];
    }

    int list(long[] symbol, InstrumentTerms terms, LotValue lotValue, long lotBaseMinor) {
        if (count == instruments.length) {
            instruments = Arrays.copyOf(instruments, count << 1);
            symbols = Arrays.copyOf(symbols, symbols.length << 1);
        }
        System.arraycopy(symbol, 0, symbols, count * SYMBOL_WORDS, SYMBOL_WORDS);
        instruments[count] = new Instrument(count + 1, terms, lotValue, lotBaseMinor, new Book(orders, levels));
        return ++count;
    }
}
