package io.rialto.engine.simulation;

import io.rialto.engine.reference.BrokerCommand;
import io.rialto.engine.reference.ClearingCommand;
import io.rialto.protocol.AssignCalendarEncoder;
import io.rialto.protocol.BustTradeEncoder;
import io.rialto.protocol.BuyInEncoder;
import io.rialto.protocol.CorrectTradeEncoder;
import io.rialto.protocol.DefineCalendarEncoder;
import io.rialto.protocol.RunSettlementEncoder;
import io.rialto.protocol.SetCalendarHolidayEncoder;
import io.rialto.protocol.SetHolidayEncoder;
import io.rialto.protocol.SetSettlementTermsEncoder;
import io.rialto.protocol.frame.Frame;
import org.agrona.concurrent.UnsafeBuffer;

/** Writes the commands of clearing and settlement, hostile codes included. */
final class ClearingFrames {
    private final Frame frame;
    private final UnsafeBuffer buffer;
    private final int at;

    private ClearingFrames(Frame frame) {
        this.frame = frame;
        buffer = frame.buffer();
        at = frame.commandOffset();
    }

    static void write(Frame frame, ClearingCommand command) {
        ClearingFrames frames = new ClearingFrames(frame);
        if (command instanceof BrokerCommand asked) BrokerFrames.write(frame, asked);
        if (command instanceof ClearingCommand.SetHoliday asked) frames.write(asked);
        if (command instanceof ClearingCommand.DefineCalendar asked) frames.write(asked);
        if (command instanceof ClearingCommand.SetCalendarHoliday asked) frames.write(asked);
        if (command instanceof ClearingCommand.AssignCalendar asked) frames.write(asked);
        if (command instanceof ClearingCommand.SetSettlementTerms asked) frames.write(asked);
        if (command instanceof ClearingCommand.RunSettlement asked) frames.write(asked);
        if (command instanceof ClearingCommand.BuyIn asked) frames.write(asked);
        if (command instanceof ClearingCommand.BustTrade asked) frames.write(asked);
        if (command instanceof ClearingCommand.CorrectTrade asked) frames.write(asked);
    }

    private void write(ClearingCommand.SetHoliday asked) {
        SetHolidayEncoder encoder = new SetHolidayEncoder().wrapAndApplyHeader(buffer, at, frame.partHeader());
        encoder.day(asked.day()).isHoliday((short) asked.isHoliday());
        frame.commandEncoded(SetHolidayEncoder.TEMPLATE_ID, encoder.encodedLength());
    }

    private void write(ClearingCommand.DefineCalendar asked) {
        DefineCalendarEncoder encoder = new DefineCalendarEncoder().wrapAndApplyHeader(buffer, at, frame.partHeader());
        encoder.calendar((short) asked.calendar()).weekend((short) asked.weekend());
        frame.commandEncoded(DefineCalendarEncoder.TEMPLATE_ID, encoder.encodedLength());
    }

    private void write(ClearingCommand.SetCalendarHoliday asked) {
        var encoder = new SetCalendarHolidayEncoder().wrapAndApplyHeader(buffer, at, frame.partHeader());
        encoder.day(asked.day()).calendar((short) asked.calendar()).isHoliday((short) asked.isHoliday());
        frame.commandEncoded(SetCalendarHolidayEncoder.TEMPLATE_ID, encoder.encodedLength());
    }

    private void write(ClearingCommand.AssignCalendar asked) {
        AssignCalendarEncoder encoder = new AssignCalendarEncoder().wrapAndApplyHeader(buffer, at, frame.partHeader());
        encoder.instrument(asked.instrument()).calendar((short) asked.calendar());
        frame.commandEncoded(AssignCalendarEncoder.TEMPLATE_ID, encoder.encodedLength());
    }

    private void write(ClearingCommand.SetSettlementTerms asked) {
        var encoder = new SetSettlementTermsEncoder().wrapAndApplyHeader(buffer, at, frame.partHeader());
        encoder.cutOffNanos(asked.cutOffNanos())
                .instrument(asked.instrument())
                .days((short) asked.days())
                .owedIsFree((short) asked.owedIsFree())
                .buyInCycles((short) asked.buyInCycles());
        frame.commandEncoded(SetSettlementTermsEncoder.TEMPLATE_ID, encoder.encodedLength());
    }

    private void write(ClearingCommand.RunSettlement asked) {
        RunSettlementEncoder encoder = new RunSettlementEncoder().wrapAndApplyHeader(buffer, at, frame.partHeader());
        encoder.day(asked.day());
        frame.commandEncoded(RunSettlementEncoder.TEMPLATE_ID, encoder.encodedLength());
    }

    private void write(ClearingCommand.BuyIn asked) {
        BuyInEncoder encoder = new BuyInEncoder().wrapAndApplyHeader(buffer, at, frame.partHeader());
        encoder.priceTicks(asked.priceTicks())
                .instrument(asked.instrument())
                .account(asked.account())
                .supplier(asked.supplier());
        frame.commandEncoded(BuyInEncoder.TEMPLATE_ID, encoder.encodedLength());
    }

    private void write(ClearingCommand.BustTrade asked) {
        BustTradeEncoder encoder = new BustTradeEncoder().wrapAndApplyHeader(buffer, at, frame.partHeader());
        encoder.trade(asked.trade()).isSettled((short) asked.isSettled());
        frame.commandEncoded(BustTradeEncoder.TEMPLATE_ID, encoder.encodedLength());
    }

    private void write(ClearingCommand.CorrectTrade asked) {
        CorrectTradeEncoder encoder = new CorrectTradeEncoder().wrapAndApplyHeader(buffer, at, frame.partHeader());
        encoder.trade(asked.trade()).priceTicks(asked.priceTicks()).quantityLots(asked.lots());
        frame.commandEncoded(CorrectTradeEncoder.TEMPLATE_ID, encoder.encodedLength());
    }
}
