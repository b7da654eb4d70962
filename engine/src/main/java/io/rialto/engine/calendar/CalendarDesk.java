package io.rialto.engine.calendar;

import static io.rialto.protocol.frame.FrameLayout.PART_HEADER_LENGTH;

import io.rialto.engine.listing.Instruments;
import io.rialto.protocol.AssignCalendarDecoder;
import io.rialto.protocol.CalendarAssignedEncoder;
import io.rialto.protocol.CalendarDefinedEncoder;
import io.rialto.protocol.CalendarHolidaySetEncoder;
import io.rialto.protocol.DefineCalendarDecoder;
import io.rialto.protocol.HolidaySetEncoder;
import io.rialto.protocol.Reason;
import io.rialto.protocol.SetCalendarHolidayDecoder;
import io.rialto.protocol.SetHolidayDecoder;
import io.rialto.protocol.frame.Frame;
import java.util.function.LongConsumer;
import org.agrona.DirectBuffer;

/**
 * Takes the commands about calendars. Dates that trades have already stay what they are.
 *
 * <p>Threading: the core's thread only.
 */
public final class CalendarDesk {
    private final Instruments instruments;
    private final Calendars calendars = new Calendars();
    private final HolidaySetEncoder holidaySet = new HolidaySetEncoder();
    private final CalendarDefinedEncoder defined = new CalendarDefinedEncoder();
    private final CalendarHolidaySetEncoder calendarHolidaySet = new CalendarHolidaySetEncoder();
    private final CalendarAssignedEncoder assigned = new CalendarAssignedEncoder();

    public CalendarDesk(Instruments instruments) {
        this.instruments = instruments;
    }

    public Calendars calendars() {
        return calendars;
    }

    /** UNKNOWN_COMMAND for a command of others. */
    public Reason decide(Frame frame, int type) {
        switch (type) {
            case SetHolidayDecoder.TEMPLATE_ID:
                return setHoliday(frame);
            case DefineCalendarDecoder.TEMPLATE_ID:
                return define(frame);
            case SetCalendarHolidayDecoder.TEMPLATE_ID:
                return setCalendarHoliday(frame);
            case AssignCalendarDecoder.TEMPLATE_ID:
                return assign(frame);
            default:
                return Reason.UNKNOWN_COMMAND;
        }
    }

    private Reason setHoliday(Frame frame) {
        DirectBuffer buffer = frame.buffer();
        int at = frame.commandOffset() + PART_HEADER_LENGTH;
        int day = buffer.getInt(at + SetHolidayDecoder.dayEncodingOffset());
        int code = buffer.getByte(at + SetHolidayDecoder.isHolidayEncodingOffset()) & 0xFF;
        Reason refusal = change(calendars.get(Calendars.FIRST), day, code);
        if (refusal == Reason.NONE) frame.claimEvent(holidaySet).day(day).isHoliday((short) code);
        return refusal;
    }

    private static Reason change(BusinessDays calendar, int day, int code) {
        if (code > 1) return Reason.INVALID_COMBINATION;
        if (day < 0 || day > BusinessDays.LAST_DAY || calendar.isWeekend(day)) return Reason.INVALID_DAY;
        if (calendar.isHoliday(day) == (code == 1)) return Reason.WOULD_CHANGE_NOTHING;
        if (code == 1) calendar.add(day);
        else calendar.remove(day);
        return Reason.NONE;
    }

    private Reason define(Frame frame) {
        DirectBuffer buffer = frame.buffer();
        int at = frame.commandOffset() + PART_HEADER_LENGTH;
        int calendar = buffer.getByte(at + DefineCalendarDecoder.calendarEncodingOffset()) & 0xFF;
        int weekend = buffer.getByte(at + DefineCalendarDecoder.weekendEncodingOffset()) & 0xFF;
        boolean isOther = calendar != Calendars.FIRST && calendar <= Calendars.LAST;
        if (!isOther || weekend >= BusinessDays.EVERY_DAY) return Reason.INVALID_CALENDAR;
        boolean isSame =
                calendars.isDefined(calendar) && calendars.get(calendar).weekend() == weekend;
        if (isSame) return Reason.WOULD_CHANGE_NOTHING;
        calendars.define(calendar, weekend);
        frame.claimEvent(defined).calendar((short) calendar).weekend((short) weekend);
        return Reason.NONE;
    }

    private Reason setCalendarHoliday(Frame frame) {
        DirectBuffer buffer = frame.buffer();
        int at = frame.commandOffset() + PART_HEADER_LENGTH;
        int day = buffer.getInt(at + SetCalendarHolidayDecoder.dayEncodingOffset());
        int calendar = buffer.getByte(at + SetCalendarHolidayDecoder.calendarEncodingOffset()) & 0xFF;
        int code = buffer.getByte(at + SetCalendarHolidayDecoder.isHolidayEncodingOffset()) & 0xFF;
        if (calendar == Calendars.FIRST) return Reason.INVALID_CALENDAR;
        if (!calendars.isDefined(calendar)) return Reason.UNKNOWN_CALENDAR;
        Reason refusal = change(calendars.get(calendar), day, code);
        if (refusal != Reason.NONE) return refusal;
        frame.claimEvent(calendarHolidaySet).day(day).calendar((short) calendar).isHoliday((short) code);
        return Reason.NONE;
    }

    private Reason assign(Frame frame) {
        DirectBuffer buffer = frame.buffer();
        int at = frame.commandOffset() + PART_HEADER_LENGTH;
        int instrument = buffer.getInt(at + AssignCalendarDecoder.instrumentEncodingOffset());
        int calendar = buffer.getByte(at + AssignCalendarDecoder.calendarEncodingOffset()) & 0xFF;
        if (!instruments.isListed(instrument)) return Reason.UNKNOWN_INSTRUMENT;
        if (instruments.get(instrument).isContract()) return Reason.INVALID_SETTLEMENT_TERMS;
        if (!calendars.isDefined(calendar)) return Reason.UNKNOWN_CALENDAR;
        if (calendars.number(instrument) == calendar) return Reason.WOULD_CHANGE_NOTHING;
        calendars.assign(instrument, calendar);
        frame.claimEvent(assigned).instrument(instrument).calendar((short) calendar);
        return Reason.NONE;
    }

    /** Everything that can change a later decision, in a fixed order. */
    public void visit(LongConsumer state) {
        calendars.visit(state);
    }
}
