package io.rialto.engine.reference;

import static io.rialto.engine.reference.ReferenceInstrument.isIn;
import static io.rialto.engine.reference.Refusal.refuseIf;
import static io.rialto.protocol.Reason.*;
import static java.math.BigDecimal.ZERO;
import static java.math.BigDecimal.valueOf;

import io.rialto.engine.reference.Command.*;
import io.rialto.protocol.Side;
import java.math.BigDecimal;
import java.util.*;

/** Market makers' quotes: at most one bid and one ask of an account in an instrument, and what pulls them. */
final class ReferenceQuotes {
    private static final int ROOM = 16;

    private record Fill(long nanos, long lots, BigDecimal value) {}

    private static final class Place {
        final int account;
        final ReferenceInstrument instrument;
        final List<ReferenceOrder> quotes = new ArrayList<>();
        final List<Fill> fills = new ArrayList<>();
        SetQuoteProtection protection;

        Place(int account, ReferenceInstrument instrument) {
            this.account = account;
            this.instrument = instrument;
        }

        /** The bid first. */
        List<ReferenceOrder> standing() {
            quotes.removeIf(quote -> quote.isGone || !quote.isResting);
            quotes.sort(Comparator.comparing(quote -> quote.side));
            return List.copyOf(quotes);
        }

        BigDecimal lots() {
            return fills.stream().map(fill -> valueOf(fill.lots)).reduce(ZERO, BigDecimal::add);
        }

        BigDecimal value() {
            return fills.stream().map(Fill::value).reduce(ZERO, BigDecimal::add);
        }
    }

    private final ReferenceMatching matching;
    private final ReferenceTrading trading;
    private final List<Place> places = new ArrayList<>();
    private final Set<Integer> pulled = new HashSet<>();
    private final Deque<Runnable> pulls = new ArrayDeque<>();

    ReferenceQuotes(ReferenceMatching matching, ReferenceTrading trading) {
        this.matching = matching;
        this.trading = trading;
        matching.filled = this::filled;
    }

    /** A quote of one side, as the order that it is; its account and instrument are known. */
    interface Sides {
        ReferenceOrder judged(NewOrder asked);
    }

    void accept(MassQuote asked, List<ReferenceInstrument> instruments, Sides sides) {
        refuseIf(pulled.contains(asked.account()), QUOTES_PULLED);
        for (int i = 0; i < asked.quotes().size(); i++) {
            Quote quote = asked.quotes().get(i);
            refuseIf(!isIn(1, quote.instrument(), instruments.size()), 2 * i, UNKNOWN_INSTRUMENT);
            boolean isTwoSided = quote.bidLots() != 0 && quote.askLots() != 0;
            var before = asked.quotes().subList(0, i).stream().map(Quote::instrument);
            boolean isTwice = before.anyMatch(number -> number == quote.instrument());
            refuseIf(isTwice || isTwoSided && quote.bidTicks() >= quote.askTicks(), 2 * i, QUOTE_CROSSES_ITSELF);
        }
        int accepted = 0;
        int refused = 0;
        for (int i = 0; i < asked.quotes().size(); i++) {
            Quote quote = asked.quotes().get(i);
            Place place = place(asked.account(), instruments.get(quote.instrument() - 1));
            boolean[] stays = {stays(place, Side.BUY, quote), stays(place, Side.SELL, quote)};
            for (int side = 1; side <= 2; side++) {
                long lots = side == 1 ? quote.bidLots() : quote.askLots();
                long ticks = side == 1 ? quote.bidTicks() : quote.askTicks();
                if (stays[side - 1]) accepted++;
                if (stays[side - 1] || lots == 0) continue;
                var order = new NewOrder(place.account, quote.instrument(), ticks, lots, 0, side, 1, 1, 0, 0, "");
                try {
                    ReferenceOrder judged = sides.judged(order);
                    judged.isQuote = true;
                    trading.enter(judged);
                    place.quotes.add(judged);
                    accepted++;
                } catch (Refusal refusal) {
                    matching.events.add("OperationRefused", 2 * i + side - 1, refusal.reason);
                    refused++;
                }
            }
        }
        matching.events.add("MassQuoted", asked.account(), accepted, refused);
    }

    /** Whether less than before, or as much, is quoted at the price of before, and an amend to that is possible. */
    private boolean stays(Place place, Side side, Quote quote) {
        long ticks = side == Side.BUY ? quote.bidTicks() : quote.askTicks();
        long lots = side == Side.BUY ? quote.bidLots() : quote.askLots();
        for (ReferenceOrder old : place.standing()) {
            if (old.side != side) continue;
            if (ticks == old.priceTicks && lots == old.openLots) return true;
            long less = old.openLots - lots;
            if (ticks == old.priceTicks && lots > 0 && less > 0) {
                try {
                    trading.amend(new AmendOrder(old.account, old.number, ticks, old.totalLots - less));
                    return true;
                } catch (Refusal itGoes) {
                    // As if it stood at another price.
                }
            }
            matching.end("OrderCancelled", old, QUOTE_REPLACED);
        }
        return false;
    }

    private Place place(int account, ReferenceInstrument instrument) {
        for (Place place : places) if (place.account == account && place.instrument == instrument) return place;
        Place place = new Place(account, instrument);
        places.add(0, place);
        return place;
    }

    private void filled(ReferenceOrder order, long lots, BigDecimal value) {
        if (!order.isQuote || pulled.contains(order.account)) return;
        Place place = place(order.account, order.instrument);
        SetQuoteProtection limits = place.protection;
        if (limits == null || limits.windowNanos() == 0) return;
        place.fills.removeIf(fill -> matching.nowNanos - fill.nanos >= limits.windowNanos());
        place.fills.add(new Fill(matching.nowNanos, lots, value));
        boolean isEnough = limits.maxLots() != 0 && place.lots().compareTo(valueOf(limits.maxLots())) >= 0
                || limits.maxFills() != 0 && place.fills.size() >= limits.maxFills()
                || limits.maxValueMinor() != 0 && place.value().compareTo(valueOf(limits.maxValueMinor())) >= 0;
        if (!isEnough) return;
        pulled.add(place.account);
        pulls.add(() -> pull(place));
    }

    /** All that the account has by then, the place that it quoted last for the first time first. */
    private void pull(Place passed) {
        var what = List.of(passed.account, passed.instrument.number, passed.lots(), passed.value());
        matching.events.add("QuotesPulled", what, passed.fills.size());
        Deque<Runnable> others = new ArrayDeque<>(pulls);
        pulls.clear();
        for (Place one : places) if (one.account == passed.account) pulls.add(() -> takeOut(one));
        pulls.addAll(others);
    }

    private void takeOut(Place place) {
        for (ReferenceOrder quote : place.standing()) matching.end("OrderCancelled", quote, QUOTES_PULLED);
    }

    /** All pulls; false when the frame has no room for more. */
    boolean follow() {
        while (!pulls.isEmpty()) {
            if (matching.events.size() > ReferenceMatching.MAX_EVENTS - ROOM) return false;
            pulls.pop().run();
        }
        return true;
    }

    /** Account and instrument are known. */
    void protect(SetQuoteProtection asked, ReferenceInstrument instrument) {
        boolean isSound =
                asked.windowNanos() >= 0 && asked.maxLots() >= 0 && asked.maxFills() >= 0 && asked.maxValueMinor() >= 0;
        boolean hasLimit = asked.maxLots() != 0 || asked.maxFills() != 0 || asked.maxValueMinor() != 0;
        refuseIf(!isSound || hasLimit != (asked.windowNanos() != 0), INVALID_PARAMETER);
        Place place = place(asked.account(), instrument);
        place.protection = asked;
        place.fills.clear();
        var limits = List.of(asked.windowNanos(), asked.maxLots(), asked.maxFills(), asked.maxValueMinor());
        matching.events.add("QuoteProtectionSet", asked.account(), asked.instrument(), limits);
    }

    void reset(int account) {
        refuseIf(!pulled.remove(account), NOTHING_TO_RESET);
        for (Place place : places) if (place.account == account) place.fills.clear();
        matching.events.add("QuotesReset", account);
    }
}
