package io.rialto.gateway.parameters;

import io.rialto.feeds.listing.Instrument;
import io.rialto.feeds.listing.Listings;
import io.rialto.feeds.listing.ParameterChange;
import io.rialto.feeds.protection.Protection;
import io.rialto.feeds.protection.ScheduledChange;
import io.rialto.gateway.form.Times;
import io.rialto.gateway.http.Answer;
import io.rialto.gateway.http.Call;
import io.rialto.gateway.http.RouteGroup;
import io.rialto.gateway.http.Routes;
import io.rialto.gateway.market.Listed;
import io.rialto.gateway.market.Terms;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/** What an instrument's parameters are, were as of any frame, and will be. */
public final class HistoryRoutes implements RouteGroup {
    private final Listings listings;
    private final Protection protection;
    private final Listed instruments;

    public HistoryRoutes(Listings listings, Protection protection, Listed instruments) {
        this.listings = listings;
        this.protection = protection;
        this.instruments = instruments;
    }

    @Override
    public void addTo(Routes routes) {
        routes.open("/instruments/{symbol}/parameters", this::parameters, "asOf")
                .says("The parameters of an instrument, now or at a frame")
                .answers(200, Body.class);
    }

    private record Change(String parameter, String before, String value, String time, long sequence) {}

    private record Later(String change, String parameter, String value, String at, String atPhase) {}

    /** @param parameters those that have ever been changed, with the values of then */
    private record Body(
            String symbol,
            long asOf,
            Map<String, String> parameters,
            List<Change> history,
            List<Later> scheduled,
            long sequence) {}

    private Answer parameters(Call call) {
        Instrument instrument = instruments.terms("symbol", call.part("symbol")).instrument();
        int number = instrument.number();
        long now = listings.instruments().sequence();
        long asOf = call.whole("asOf", 0, Long.MAX_VALUE).orElse(now);
        List<ParameterChange> all = listings.parameterChanges(number, Long.MAX_VALUE);
        Map<String, String> values = new TreeMap<>();
        for (ParameterChange change : all) {
            String name = change.parameter().name();
            if (change.sequence() <= asOf) values.put(name, text(change, change.newValue()));
            else if (!values.containsKey(name)) values.put(name, text(change, change.oldValue()));
        }
        return Answer.ok(new Body(
                instrument.symbol(),
                Math.min(asOf, now),
                values,
                all.stream()
                        .filter(change -> change.sequence() <= asOf)
                        .map(this::told)
                        .toList(),
                later(number),
                now));
    }

    private Change told(ParameterChange change) {
        return new Change(
                change.parameter().name(),
                text(change, change.oldValue()),
                text(change, change.newValue()),
                Times.text(change.timeNanos()),
                change.sequence());
    }

    private List<Later> later(int instrument) {
        Terms terms = instruments.terms(instrument);
        return protection.scheduled(instrument).items().stream()
                .filter(change -> change.end().isEmpty())
                .map(change -> later(change, terms))
                .toList();
    }

    private static Later later(ScheduledChange change, Terms terms) {
        return new Later(
                Long.toString(change.number()),
                change.parameter().name(),
                ParameterUnits.text(change.parameter().name(), change.value(), terms),
                change.atNanos() == 0 ? null : Times.text(change.atNanos()),
                change.atPhase().map(Enum::name).orElse(null));
    }

    private String text(ParameterChange change, OptionalLong value) {
        Terms terms = instruments.terms(change.instrument(), change.sequence());
        return ParameterUnits.text(change.parameter().name(), value.orElse(ParameterUnits.NONE), terms);
    }
}
