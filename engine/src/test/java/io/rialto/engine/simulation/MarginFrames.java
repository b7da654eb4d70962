package io.rialto.engine.simulation;

import io.rialto.engine.reference.Command;
import io.rialto.engine.reference.FirmCommand;
import io.rialto.engine.reference.MarginCommand;
import io.rialto.protocol.AssignPositionMarginEncoder;
import io.rialto.protocol.FundInsuranceEncoder;
import io.rialto.protocol.FundPositionsEncoder;
import io.rialto.protocol.ListContractEncoder;
import io.rialto.protocol.MarginTierEncoder;
import io.rialto.protocol.MessageHeaderEncoder;
import io.rialto.protocol.MoveMarginEncoder;
import io.rialto.protocol.PriceShockEncoder;
import io.rialto.protocol.SetLeverageEncoder;
import io.rialto.protocol.SetMarginModeEncoder;
import io.rialto.protocol.SetMarginTiersEncoder;
import io.rialto.protocol.SetSourcedMarkEncoder;
import io.rialto.protocol.SettleContractEncoder;
import io.rialto.protocol.StressMarginEncoder;
import io.rialto.protocol.TickEncoder;
import io.rialto.protocol.frame.Frame;
import org.agrona.concurrent.UnsafeBuffer;

/** Writes the commands of contracts and their margin, hostile codes included. */
final class MarginFrames {
    private final Frame frame;
    private final UnsafeBuffer buffer;
    private final int at;

    private MarginFrames(Frame frame) {
        this.frame = frame;
        buffer = frame.buffer();
        at = frame.commandOffset();
    }

    static void write(Frame frame, MarginCommand command) {
        if (command instanceof MarginCommand.ListContract asked) new MarginFrames(frame).write(asked);
        if (command instanceof MarginCommand.SetMarginMode asked) new MarginFrames(frame).write(asked);
        if (command instanceof MarginCommand.AssignPositionMargin asked) new MarginFrames(frame).write(asked);
        if (command instanceof MarginCommand.MoveMargin asked) new MarginFrames(frame).write(asked);
        if (command instanceof MarginCommand.SetSourcedMark asked) new MarginFrames(frame).write(asked);
        if (command instanceof MarginCommand.SetLeverage asked) new MarginFrames(frame).write(asked);
        if (command instanceof MarginCommand.SetMarginTiers asked) new MarginFrames(frame).write(asked);
        if (command instanceof MarginCommand.FundPositions asked) new MarginFrames(frame).write(asked);
        if (command instanceof MarginCommand.SettleContract asked) new MarginFrames(frame).write(asked);
        if (command instanceof MarginCommand.FundInsurance asked) new MarginFrames(frame).write(asked);
        if (command instanceof FirmCommand asked) FirmFrames.write(frame, asked);
        if (command instanceof MarginCommand.StressMargin asked) new MarginFrames(frame).write(asked);
        if (command instanceof MarginCommand.PriceShock asked)
            frame.commandEncoded(
                    PriceShockEncoder.TEMPLATE_ID, new MarginFrames(frame).writePart(frame.commandOffset(), asked));
        if (command instanceof MarginCommand.MarginTier asked) new MarginFrames(frame).write(asked);
    }

    private void write(MarginCommand.ListContract asked) {
        ListContractEncoder encoder = new ListContractEncoder()
                .wrapAndApplyHeader(buffer, at, frame.partHeader())
                .symbol(asked.symbol())
                .underlyingAsset(asked.underlyingAsset())
                .settlementAsset(asked.settlementAsset())
                .tickMantissa(asked.tickMantissa())
                .lotMantissa(asked.lotMantissa())
                .multiplierMantissa(asked.multiplierMantissa())
                .minQuantityLots(asked.minLots())
                .maxQuantityLots(asked.maxLots())
                .minNotionalMinor(asked.minNotional())
                .collarTicks(asked.collarTicks())
                .referencePriceTicks(asked.referenceTicks())
                .expiryNanos(asked.expiryNanos())
                .makerFeeRate(asked.makerFeeRate())
                .takerFeeRate(asked.takerFeeRate())
                .tickScale((short) asked.tickScale())
                .lotScale((short) asked.lotScale())
                .multiplierScale((short) asked.multiplierScale())
                .feeIncomeMayBeNegative((short) asked.feeIncomeMayBeNegative())
                .floorMantissa(asked.floorMantissa())
                .floorScale((short) asked.floorScale());
        code(encoder.offset() + ListContractEncoder.kindEncodingOffset(), asked.kind());
        code(encoder.offset() + ListContractEncoder.marketRemainderEncodingOffset(), asked.marketRemainder());
        frame.commandEncoded(ListContractEncoder.TEMPLATE_ID, encoder.encodedLength());
    }

    private void write(MarginCommand.SetSourcedMark asked) {
        var encoder = new SetSourcedMarkEncoder().wrapAndApplyHeader(buffer, at, frame.partHeader());
        encoder.instrument(asked.instrument()).priceTicks(asked.priceTicks());
        buffer.putByte(encoder.offset() + SetSourcedMarkEncoder.sourceEncodingOffset(), (byte) asked.source());
        frame.commandEncoded(SetSourcedMarkEncoder.TEMPLATE_ID, encoder.encodedLength());
    }

    private void write(MarginCommand.MoveMargin asked) {
        MoveMarginEncoder encoder = new MoveMarginEncoder().wrapAndApplyHeader(buffer, at, frame.partHeader());
        encoder.account(asked.account()).asset(asked.asset()).amountMinor(asked.amountMinor());
        frame.commandEncoded(MoveMarginEncoder.TEMPLATE_ID, encoder.encodedLength());
    }

    private void write(MarginCommand.SetLeverage asked) {
        SetLeverageEncoder encoder = new SetLeverageEncoder().wrapAndApplyHeader(buffer, at, frame.partHeader());
        encoder.account(asked.account()).instrument(asked.instrument()).leverage(asked.leverage());
        frame.commandEncoded(SetLeverageEncoder.TEMPLATE_ID, encoder.encodedLength());
    }

    private void write(MarginCommand.SetMarginMode asked) {
        SetMarginModeEncoder encoder = new SetMarginModeEncoder().wrapAndApplyHeader(buffer, at, frame.partHeader());
        encoder.account(asked.account()).instrument(asked.instrument());
        buffer.putByte(encoder.offset() + SetMarginModeEncoder.modeEncodingOffset(), (byte) asked.mode());
        frame.commandEncoded(SetMarginModeEncoder.TEMPLATE_ID, encoder.encodedLength());
    }

    private void write(MarginCommand.AssignPositionMargin asked) {
        AssignPositionMarginEncoder encoder =
                new AssignPositionMarginEncoder().wrapAndApplyHeader(buffer, at, frame.partHeader());
        encoder.amountMinor(asked.amountMinor()).account(asked.account()).instrument(asked.instrument());
        frame.commandEncoded(AssignPositionMarginEncoder.TEMPLATE_ID, encoder.encodedLength());
    }

    private void write(MarginCommand.FundPositions asked) {
        FundPositionsEncoder encoder = new FundPositionsEncoder().wrapAndApplyHeader(buffer, at, frame.partHeader());
        encoder.plannedNanos(asked.plannedNanos())
                .instrument(asked.instrument())
                .fundingRate(asked.rate());
        frame.commandEncoded(FundPositionsEncoder.TEMPLATE_ID, encoder.encodedLength());
    }

    private void write(MarginCommand.SettleContract asked) {
        SettleContractEncoder encoder = new SettleContractEncoder().wrapAndApplyHeader(buffer, at, frame.partHeader());
        encoder.priceTicks(asked.priceTicks()).instrument(asked.instrument());
        frame.commandEncoded(SettleContractEncoder.TEMPLATE_ID, encoder.encodedLength());
    }

    private void write(MarginCommand.FundInsurance asked) {
        FundInsuranceEncoder encoder = new FundInsuranceEncoder().wrapAndApplyHeader(buffer, at, frame.partHeader());
        encoder.amountMinor(asked.amountMinor()).asset(asked.asset());
        frame.commandEncoded(FundInsuranceEncoder.TEMPLATE_ID, encoder.encodedLength());
    }

    private void write(MarginCommand.SetMarginTiers asked) {
        new SetMarginTiersEncoder()
                .wrapAndApplyHeader(buffer, at, frame.partHeader())
                .instrument(asked.instrument());
        int end = frame.endOfPart(at, SetMarginTiersEncoder.BLOCK_LENGTH);
        for (Command part : asked.tiers()) end = frame.endOfPart(end, writePart(end, part));
        frame.commandEncoded(SetMarginTiersEncoder.TEMPLATE_ID, end - at - MessageHeaderEncoder.ENCODED_LENGTH);
    }

    private void write(MarginCommand.StressMargin asked) {
        new StressMarginEncoder()
                .wrapAndApplyHeader(buffer, at, frame.partHeader())
                .account(asked.account())
                .asset(asked.asset());
        int end = frame.endOfPart(at, StressMarginEncoder.BLOCK_LENGTH);
        for (Command part : asked.shocks()) end = frame.endOfPart(end, writePart(end, part));
        frame.commandEncoded(StressMarginEncoder.TEMPLATE_ID, end - at - MessageHeaderEncoder.ENCODED_LENGTH);
    }

    /** Anything but a tier or a shock is written as a Tick: it is none. */
    private int writePart(int partAt, Command part) {
        if (part instanceof MarginCommand.PriceShock shock) {
            new PriceShockEncoder()
                    .wrapAndApplyHeader(buffer, partAt, frame.partHeader())
                    .instrument(shock.instrument())
                    .shockBps(shock.shockBps());
            return PriceShockEncoder.BLOCK_LENGTH;
        }
        if (part instanceof MarginCommand.MarginTier tier) return encoded(partAt, tier);
        new TickEncoder().wrapAndApplyHeader(buffer, partAt, frame.partHeader());
        return TickEncoder.BLOCK_LENGTH;
    }

    private void write(MarginCommand.MarginTier asked) {
        frame.commandEncoded(MarginTierEncoder.TEMPLATE_ID, encoded(at, asked));
    }

    private int encoded(int partAt, MarginCommand.MarginTier tier) {
        MarginTierEncoder encoder = new MarginTierEncoder().wrapAndApplyHeader(buffer, partAt, frame.partHeader());
        encoder.upToMinor(tier.upToMinor()).initialRate(tier.initialRate()).maintenanceRate(tier.maintenanceRate());
        return encoder.encodedLength();
    }

    private void code(int offset, int code) {
        buffer.putByte(offset, (byte) code);
    }
}
