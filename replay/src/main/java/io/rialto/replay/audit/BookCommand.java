package io.rialto.replay.audit;

import io.rialto.protocol.Side;
import io.rialto.replay.words.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The book as it stood at a sequence or a time. */
@Command(
        name = "book",
        mixinStandardHelpOptions = true,
        description =
                "Shows the book as it stood when the frame at a sequence, or the last one up to a time, was done.")
public final class BookCommand implements Callable<Integer> {
    private static final String ROW = "%22s %18s | %-18s %-22s%n";

    @Mixin
    private JournalHome home;

    @Option(
            names = "--at",
            paramLabel = "SEQ|TIME",
            converter = Moment.Converter.class,
            description = "A sequence, or ISO-8601 UTC. Default: the end.")
    private Moment at;

    @Option(names = "--symbol", paramLabel = "S", description = "One instrument. Default: all.")
    private String symbol;

    @Option(names = "--depth", paramLabel = "N", defaultValue = "10", description = "Levels a side. Default: 10")
    private int depth;

    @Override
    public Integer call() {
        if (depth < 1) throw home.misuse("--depth must be at least 1: was " + depth);
        PastVenue venue = PastVenue.at(Optional.ofNullable(at), home);
        int only = symbol == null ? 0 : venue.state().instrumentNumber(symbol);
        if (symbol != null && only == 0) {
            home.err().println("no instrument " + symbol + " was listed up to " + venue.when());
            return JournalHome.FAILED;
        }
        for (int number = 1; number <= venue.state().instrumentCount(); number++) {
            if (only == 0 || only == number) show(venue, number);
        }
        return venue.close(home);
    }

    private void show(PastVenue venue, int instrument) {
        Terms.Instrument listed = venue.terms()
                .instrument(instrument)
                .orElseThrow(() -> new IllegalStateException("instrument without terms: number=" + instrument));
        home.out().println("book " + listed.symbol() + " " + venue.when());
        List<String[]> bids = side(venue, instrument, listed, Side.BUY);
        List<String[]> asks = side(venue, instrument, listed, Side.SELL);
        home.out().printf(Locale.ROOT, ROW, "bid quantity", "bid", "ask", "ask quantity");
        String[] none = {"", ""};
        for (int i = 0; i < Math.max(bids.size(), asks.size()); i++) {
            String[] bid = i < bids.size() ? bids.get(i) : none;
            String[] ask = i < asks.size() ? asks.get(i) : none;
            home.out().printf(Locale.ROOT, ROW, bid[1], bid[0], ask[0], ask[1]);
        }
    }

    private List<String[]> side(PastVenue venue, int instrument, Terms.Instrument listed, Side side) {
        List<String[]> levels = new ArrayList<>();
        venue.state()
                .depth(
                        instrument,
                        side,
                        depth,
                        (priceTicks, lots, orders) -> levels.add(
                                new String[] {listed.price(priceTicks), listed.quantity(lots) + " (" + orders + ")"}));
        return levels;
    }
}
