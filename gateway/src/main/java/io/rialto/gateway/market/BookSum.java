package io.rialto.gateway.market;

import io.rialto.feeds.market.Level;
import java.util.List;
import java.util.zip.CRC32;

/** The checksum that the socket's book messages bear: CRC-32 of the ten best lines of both sides by turns, words joined by colons. */
public final class BookSum {
    /** So many lines of each side count. */
    public static final int LINES = 10;

    private final StringBuilder text = new StringBuilder(512);

    /** Of a book, best levels first. */
    public static long of(Terms terms, List<Level> bids, List<Level> asks) {
        BookSum sum = new BookSum();
        for (int i = 0; i < LINES; i++) {
            if (i < bids.size()) sum.add(words(terms, bids.get(i)));
            if (i < asks.size()) sum.add(words(terms, asks.get(i)));
        }
        return sum.value();
    }

    private static List<String> words(Terms terms, Level level) {
        return List.of(terms.price(level.priceTicks()), terms.quantity(level.quantityLots()));
    }

    /** The next line of the side whose turn it is; who has no more is left out. @param words of it, such as price and quantity */
    public BookSum add(List<String> words) {
        for (String word : words) {
            if (text.length() > 0) text.append(':');
            text.append(word);
        }
        return this;
    }

    public long value() {
        CRC32 sum = new CRC32();
        for (int i = 0; i < text.length(); i++) sum.update(text.charAt(i));
        return sum.getValue();
    }
}
