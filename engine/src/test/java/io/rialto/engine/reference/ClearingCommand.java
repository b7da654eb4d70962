package io.rialto.engine.reference;

/** The commands of clearing and settlement; units, enums and nulls as in {@link Command}. Days count from 1970. */
public interface ClearingCommand extends Command.Clearing {
    record SetHoliday(int day, int isHoliday) implements ClearingCommand {}

    /** A weekend's days are bits, the first for Monday. */
    record DefineCalendar(int calendar, int weekend) implements ClearingCommand {}

    record SetCalendarHoliday(int day, int calendar, int isHoliday) implements ClearingCommand {}

    record AssignCalendar(int instrument, int calendar) implements ClearingCommand {}

    record SetSettlementTerms(int instrument, long cutOffNanos, int days, int owedIsFree, int buyInCycles)
            implements ClearingCommand {}

    record RunSettlement(int day) implements ClearingCommand {}

    /** A price of 0: by reference. */
    record BuyIn(int instrument, int account, int supplier, long priceTicks) implements ClearingCommand {}

    /** Before settlement taken back, after it reversed. */
    record BustTrade(long trade, int isSettled) implements ClearingCommand {}

    record CorrectTrade(long trade, long priceTicks, long lots) implements ClearingCommand {}
}
