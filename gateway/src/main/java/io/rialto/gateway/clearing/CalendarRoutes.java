package io.rialto.gateway.clearing;

import io.rialto.feeds.clearing.Clearing;
import io.rialto.feeds.listing.Listing;
import io.rialto.gateway.access.Scope;
import io.rialto.gateway.form.Choices;
import io.rialto.gateway.form.Field;
import io.rialto.gateway.form.Fields;
import io.rialto.gateway.form.Form;
import io.rialto.gateway.http.Answer;
import io.rialto.gateway.http.Call;
import io.rialto.gateway.http.RouteGroup;
import io.rialto.gateway.http.Routes;
import io.rialto.gateway.ingress.Command;
import io.rialto.gateway.ingress.Ingress;
import io.rialto.gateway.market.Listed;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import io.rialto.protocol.AssignCalendarEncoder;
import io.rialto.protocol.DefineCalendarEncoder;
import io.rialto.protocol.SetCalendarHolidayEncoder;
import io.rialto.protocol.SetHolidayEncoder;
import java.time.DayOfWeek;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Settlement calendars: their weekends, their holidays, and the instruments that settle by them. */
final class CalendarRoutes implements RouteGroup {
    private static final int FIRST = 0;
    private static final int LAST = 254;
    private static final Pattern NUMBERS = Pattern.compile("0|[1-9][0-9]{0,2}");
    private static final Fields DEFINE_FIELDS = Fields.of(Field.texts("weekend"));
    private static final Fields ASSIGN_FIELDS = Fields.of(Field.text("symbol"));
    private static final Fields SET_HOLIDAY_FIELDS = Fields.of(
            Field.day("day"),
            Field.flag("holiday").optional(),
            Field.whole("calendar", FIRST, LAST).optional());

    private final Ingress ingress;
    private final Clearing clearing;
    private final Listed listed;
    private final String ack;

    CalendarRoutes(Ingress ingress, Clearing clearing, Listed listed, String ack) {
        this.ingress = ingress;
        this.clearing = clearing;
        this.listed = listed;
        this.ack = ack;
    }

    @Override
    public void addTo(Routes routes) {
        routes.read("/settlement/calendars", Scope.READ, call -> calendars())
                .says("The business calendars of settlement")
                .answers(200, Items.class);
        routes.write("PUT", "/admin/settlement/calendars/{id}", Scope.ADMIN, this::define)
                .says("Define a calendar")
                .takes(DEFINE_FIELDS)
                .answers(200, Done.class);
        routes.write("POST", "/admin/settlement/calendars/{id}/instruments", Scope.ADMIN, this::assign)
                .says("Let an instrument settle by a calendar")
                .takes(ASSIGN_FIELDS)
                .answers(200, Done.class);
        routes.write("POST", "/admin/settlement/holidays", Scope.ADMIN, this::setHoliday)
                .says("Make a day a holiday, or a business day again")
                .takes(SET_HOLIDAY_FIELDS)
                .answers(200, HolidayDone.class);
    }

    private record Item(int id, List<DayOfWeek> weekend, List<String> holidays) {}

    private record Items(List<Item> items, long sequence) {}

    private record Done(int id, long sequence, String ack) {}

    private record HolidayDone(String day, boolean holiday, int calendar, long sequence, String ack) {}

    private Answer calendars() {
        Listing<Clearing.Calendar> all = clearing.calendars();
        return Answer.ok(
                new Items(all.items().stream().map(CalendarRoutes::item).toList(), all.sequence()));
    }

    private static Item item(Clearing.Calendar one) {
        List<DayOfWeek> weekend = Stream.of(DayOfWeek.values())
                .filter(day -> (one.weekend() >> day.ordinal() & 1) != 0)
                .toList();
        return new Item(
                one.number(), weekend, one.holidays().stream().map(Days::text).toList());
    }

    private static int id(Call call) {
        String text = call.part("id");
        boolean isNumber = NUMBERS.matcher(text).matches() && Integer.parseInt(text) <= LAST;
        if (!isNumber) throw Problem.of(ProblemCode.NOT_FOUND, "a calendar has a number, 0 to 254");
        return Integer.parseInt(text);
    }

    private CompletionStage<Answer> define(Call call) {
        int calendar = id(call);
        Form form = call.form().knows(DEFINE_FIELDS);
        int weekend = 0;
        for (String day : form.texts("weekend")) {
            weekend |= 1 << Choices.of(form.at("weekend"), day, DayOfWeek.class).ordinal();
        }
        short days = (short) weekend;
        return submit(call, calendar, frame -> {
            var encoder = new DefineCalendarEncoder()
                    .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader())
                    .calendar((short) calendar)
                    .weekend(days);
            frame.commandEncoded(DefineCalendarEncoder.TEMPLATE_ID, encoder.encodedLength());
        });
    }

    private CompletionStage<Answer> assign(Call call) {
        int calendar = id(call);
        Form form = call.form().knows(ASSIGN_FIELDS);
        int instrument = listed.terms(form.at("symbol"), form.text("symbol"))
                .instrument()
                .number();
        return submit(call, calendar, frame -> {
            var encoder = new AssignCalendarEncoder()
                    .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader())
                    .instrument(instrument)
                    .calendar((short) calendar);
            frame.commandEncoded(AssignCalendarEncoder.TEMPLATE_ID, encoder.encodedLength());
        });
    }

    private CompletionStage<Answer> submit(Call call, int calendar, Command command) {
        return ingress.submit(call.origin(), command)
                .thenApply(outcome ->
                        Answer.decided(outcome, frame -> Answer.ok(new Done(calendar, frame.sequence(), ack))));
    }

    private CompletionStage<Answer> setHoliday(Call call) {
        Form form = call.form().knows(SET_HOLIDAY_FIELDS);
        int day = Days.number(form.at("day"), form.text("day"));
        boolean isHoliday = form.flag("holiday", true);
        int calendar = (int) form.integer("calendar", FIRST, LAST, FIRST);
        short code = (short) (isHoliday ? 1 : 0);
        return ingress.submit(call.origin(), calendar == FIRST ? ofFirst(day, code) : ofOther(calendar, day, code))
                .thenApply(outcome -> Answer.decided(
                        outcome,
                        frame -> Answer.ok(
                                new HolidayDone(Days.text(day), isHoliday, calendar, frame.sequence(), ack))));
    }

    private static Command ofFirst(int day, short code) {
        return frame -> {
            var encoder = new SetHolidayEncoder()
                    .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader())
                    .day(day)
                    .isHoliday(code);
            frame.commandEncoded(SetHolidayEncoder.TEMPLATE_ID, encoder.encodedLength());
        };
    }

    private static Command ofOther(int calendar, int day, short code) {
        return frame -> {
            var encoder = new SetCalendarHolidayEncoder()
                    .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader())
                    .day(day)
                    .calendar((short) calendar)
                    .isHoliday(code);
            frame.commandEncoded(SetCalendarHolidayEncoder.TEMPLATE_ID, encoder.encodedLength());
        };
    }
}
