package io.rialto.feeds.quotes;

import io.rialto.feeds.position.Position;
import io.rialto.feeds.trading.AskedOrder;
import io.rialto.feeds.trading.TradingFeed;
import io.rialto.protocol.OrderAcceptedDecoder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Keeps which orders are quotes, and what protects them.
 *
 * <p>Threading: the writing thread, between the position's enter and leave; questions go through {@link #quotes}.
 */
public final class QuoteFeed implements TradingFeed {
    private static final int ALL = 0;

    private record Maker(Map<Integer, InstrumentQuotes> instruments, Map<Integer, QuoteGroup> groups) {}

    private final Map<Integer, Maker> makers = new HashMap<>();
    private final Quotes quotes;

    public QuoteFeed(Position position) {
        quotes = new Quotes(position, this);
    }

    public Quotes quotes() {
        return quotes;
    }

    AccountQuotes of(int account, long sequence) {
        Maker maker = makers.get(account);
        if (maker == null) return new AccountQuotes(account, List.of(), List.of(), sequence);
        return new AccountQuotes(
                account, List.copyOf(maker.instruments.values()), List.copyOf(maker.groups.values()), sequence);
    }

    @Override
    public void onAccepted(OrderAcceptedDecoder event, AskedOrder asked) {
        if (!asked.isQuote()) return;
        long order = event.order();
        change(event.account(), event.instrument(), old -> old.quotes(event.side(), order));
    }

    void onAssigned(int account, int instrument, int group, int weightBps) {
        change(account, instrument, old -> old.assigned(group, weightBps));
    }

    /** @param instrument 0 for a group's */
    void onProtected(int account, int instrument, int group, QuoteLimits limits) {
        if (instrument == 0) changeGroup(account, group, old -> old.protectedBy(limits));
        else change(account, instrument, old -> old.protectedBy(limits));
    }

    void onPulled(int account, int group, QuotePull pull) {
        changeGroup(account, group, old -> old.pulledBy(pull));
    }

    void onReset(int account) {
        maker(account).groups.replaceAll((number, group) -> group.reset());
    }

    private Maker maker(int account) {
        return makers.computeIfAbsent(account, any -> {
            Maker maker = new Maker(new TreeMap<>(), new TreeMap<>());
            maker.groups.put(ALL, QuoteGroup.begun(ALL));
            return maker;
        });
    }

    private void change(int account, int instrument, UnaryOperator<InstrumentQuotes> change) {
        var instruments = maker(account).instruments;
        instruments.put(
                instrument, change.apply(instruments.getOrDefault(instrument, InstrumentQuotes.begun(instrument))));
    }

    private void changeGroup(int account, int number, UnaryOperator<QuoteGroup> change) {
        var groups = maker(account).groups;
        groups.put(number, change.apply(groups.getOrDefault(number, QuoteGroup.begun(number))));
    }
}
