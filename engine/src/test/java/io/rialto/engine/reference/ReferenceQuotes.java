package io.rialto.engine.reference;

import static io.rialto.engine.reference.ReferenceInstrument.isIn;
import static io.rialto.engine.reference.Refusal.refuseIf;
import static io.rialto.protocol.Reason.*;

import io.rialto.engine.reference.Command.*;
import io.rialto.protocol.Side;
import java.util.*;

/** Market makers' quotes: at most one bid and one ask of an account in an instrument, and what pulls them. */
final class ReferenceQuotes {
    private static final int ROOM = 16;

    private static final class Place {
        final int account;
        final ReferenceInstrument instrument;
        final List<ReferenceOrder> quotes = new ArrayList<>();

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
    }

    private final ReferenceMatching matching;
    private final ReferenceTrading trading;
    private final List<Place> places = new ArrayList<>();
    private final ReferenceQuoteLimits limits;
    private final Deque<Runnable> pulls = new ArrayDeque<>();

    ReferenceQuotes(ReferenceMatching matching, ReferenceTrading trading) {
        this.matching = matching;
        this.trading = trading;
        limits = new ReferenceQuoteLimits(matching, this::pull);
        matching.filled = limits::filled;
    }

    /** A quote of one side, as the order that it is; its account and instrument are known. */
    interface Sides {
        ReferenceOrder judged(NewOrder asked);
    }

    void accept(MassQuote asked, List<ReferenceInstrument> instruments, Sides sides) {
        refuseIf(limits.isOut(asked.account(), 0), QUOTES_PULLED);
        for (int i = 0; i < asked.quotes().size(); i++) {
            Quote quote = asked.quotes().get(i);
            refuseIf(!isIn(1, quote.instrument(), instruments.size()), 2 * i, UNKNOWN_INSTRUMENT);
            refuseIf(limits.isOutIn(asked.account(), quote.instrument()), 2 * i, QUOTES_PULLED);
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

    /** All that the account has in the group by then, the place that it quoted last for the first time first. */
    private void pull(int account, int group, Runnable saying) {
        pulls.add(() -> {
            saying.run();
            Deque<Runnable> others = new ArrayDeque<>(pulls);
            pulls.clear();
            for (Place one : places) {
                boolean isMeant = group == 0 || limits.group(one.account, one.instrument.number) == group;
                if (one.account == account) pulls.add(isMeant ? () -> takeOut(one) : () -> {});
            }
            pulls.addAll(others);
        });
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
    void protect(SetQuoteProtection a, ReferenceInstrument instrument) {
        limits.protect(new ProtectQuotes(
                a.account(), a.instrument(), 0, a.windowNanos(), a.maxLots(), a.maxFills(), a.maxValueMinor(), 0, 0));
        place(a.account(), instrument);
        var said = List.of(a.windowNanos(), a.maxLots(), a.maxFills(), a.maxValueMinor());
        matching.events.add("QuoteProtectionSet", a.account(), a.instrument(), said);
    }

    /** @param instrument null for a group */
    void protect(ProtectQuotes a, ReferenceInstrument instrument) {
        limits.protect(a);
        if (instrument != null) place(a.account(), instrument);
        var what = List.of(a.account(), a.instrument(), a.group(), a.windowNanos(), a.maxLots(), a.maxFills());
        matching.events.add("QuotesProtected", what, a.maxValueMinor(), a.maxDeltaLots(), a.valueAsset());
    }

    void assign(AssignQuoteGroup asked, ReferenceInstrument instrument) {
        limits.assign(asked);
        place(asked.account(), instrument);
    }

    void reset(int account) {
        limits.reset(account);
        matching.events.add("QuotesReset", account);
    }
}
