package io.rialto.engine.simulation;

import io.rialto.protocol.AccountLimitChangedDecoder;
import io.rialto.protocol.AccountOpenedDecoder;
import io.rialto.protocol.AssetListedDecoder;
import io.rialto.protocol.AuctionIndicatedDecoder;
import io.rialto.protocol.AuctionUncrossedDecoder;
import io.rialto.protocol.CallExtendedDecoder;
import io.rialto.protocol.CallStartedDecoder;
import io.rialto.protocol.CancelAfterFiredDecoder;
import io.rialto.protocol.CancelAfterSetDecoder;
import io.rialto.protocol.CascadeStoppedDecoder;
import io.rialto.protocol.ChangeApprovedDecoder;
import io.rialto.protocol.ChangeExpiredDecoder;
import io.rialto.protocol.ChangeProposedDecoder;
import io.rialto.protocol.ChangeScheduledDecoder;
import io.rialto.protocol.ChangeWithdrawnDecoder;
import io.rialto.protocol.CommandRejectedDecoder;
import io.rialto.protocol.ConnectionLostDecoder;
import io.rialto.protocol.ConnectionRestoredDecoder;
import io.rialto.protocol.DepositBegunDecoder;
import io.rialto.protocol.DepositCancelledDecoder;
import io.rialto.protocol.DepositCompletedDecoder;
import io.rialto.protocol.DisplayAmendedDecoder;
import io.rialto.protocol.FeeCappedDecoder;
import io.rialto.protocol.FillTestedDecoder;
import io.rialto.protocol.FundsDepositedDecoder;
import io.rialto.protocol.InstrumentChangedDecoder;
import io.rialto.protocol.InstrumentListedDecoder;
import io.rialto.protocol.KilledDecoder;
import io.rialto.protocol.ListingChangedDecoder;
import io.rialto.protocol.MarkPriceSetDecoder;
import io.rialto.protocol.MassCancelledDecoder;
import io.rialto.protocol.MatchPreventedDecoder;
import io.rialto.protocol.OperationBegunDecoder;
import io.rialto.protocol.OperationRefusedDecoder;
import io.rialto.protocol.OrderAcceptedDecoder;
import io.rialto.protocol.OrderAmendedDecoder;
import io.rialto.protocol.OrderCancelledDecoder;
import io.rialto.protocol.OrderClippedDecoder;
import io.rialto.protocol.OrderDisplayedDecoder;
import io.rialto.protocol.OrderExpiredDecoder;
import io.rialto.protocol.OrderHiddenDecoder;
import io.rialto.protocol.OrderParkedDecoder;
import io.rialto.protocol.OrderRestatedDecoder;
import io.rialto.protocol.OrderRestedDecoder;
import io.rialto.protocol.OrderTestedDecoder;
import io.rialto.protocol.OrderTriggeredDecoder;
import io.rialto.protocol.PhaseChangedDecoder;
import io.rialto.protocol.RequestFencedDecoder;
import io.rialto.protocol.ResumedDecoder;
import io.rialto.protocol.ScheduledChangeEndedDecoder;
import io.rialto.protocol.SeedRevealedDecoder;
import io.rialto.protocol.SpecialTermsAcceptedDecoder;
import io.rialto.protocol.SuspendedDecoder;
import io.rialto.protocol.TradeExecutedDecoder;
import io.rialto.protocol.TriggerMovedDecoder;
import io.rialto.protocol.UnblockedDecoder;
import io.rialto.protocol.VolatilityInterruptedDecoder;
import io.rialto.protocol.WithdrawalBegunDecoder;
import io.rialto.protocol.WithdrawalCancelledDecoder;
import io.rialto.protocol.WithdrawalCompletedDecoder;
import io.rialto.protocol.frame.Frame;
import io.rialto.protocol.frame.FrameView;
import java.util.ArrayList;
import java.util.List;
import org.agrona.sbe.MessageDecoderFlyweight;

/** Reads a frame's events as lines, every field that the schema gives them. */
final class FrameEvents {
    private static final int TEMPLATES = 256;

    private final MessageDecoderFlyweight[] decoders = new MessageDecoderFlyweight[TEMPLATES];
    private final FrameView view = new FrameView();
    private final StringBuilder text = new StringBuilder(1024);

    FrameEvents() {
        List<MessageDecoderFlyweight> known = List.of(
                new CommandRejectedDecoder(),
                new AssetListedDecoder(),
                new InstrumentListedDecoder(),
                new AccountOpenedDecoder(),
                new FundsDepositedDecoder(),
                new DepositBegunDecoder(),
                new DepositCompletedDecoder(),
                new DepositCancelledDecoder(),
                new WithdrawalBegunDecoder(),
                new WithdrawalCompletedDecoder(),
                new WithdrawalCancelledDecoder(),
                new OrderAcceptedDecoder(),
                new SpecialTermsAcceptedDecoder(),
                new OrderParkedDecoder(),
                new InstrumentChangedDecoder(),
                new PhaseChangedDecoder(),
                new CallStartedDecoder(),
                new AuctionIndicatedDecoder(),
                new AuctionUncrossedDecoder(),
                new CallExtendedDecoder(),
                new SeedRevealedDecoder(),
                new VolatilityInterruptedDecoder(),
                new OrderDisplayedDecoder(),
                new OrderHiddenDecoder(),
                new DisplayAmendedDecoder(),
                new OrderRestedDecoder(),
                new TradeExecutedDecoder(),
                new FeeCappedDecoder(),
                new MatchPreventedDecoder(),
                new OrderCancelledDecoder(),
                new OrderExpiredDecoder(),
                new OrderAmendedDecoder(),
                new MassCancelledDecoder(),
                new MarkPriceSetDecoder(),
                new OrderTriggeredDecoder(),
                new CascadeStoppedDecoder(),
                new TriggerMovedDecoder(),
                new OrderClippedDecoder(),
                new OrderTestedDecoder(),
                new FillTestedDecoder(),
                new OperationBegunDecoder(),
                new OperationRefusedDecoder(),
                new AccountLimitChangedDecoder(),
                new SuspendedDecoder(),
                new ResumedDecoder(),
                new KilledDecoder(),
                new UnblockedDecoder(),
                new ConnectionLostDecoder(),
                new ConnectionRestoredDecoder(),
                new CancelAfterSetDecoder(),
                new CancelAfterFiredDecoder(),
                new ChangeProposedDecoder(),
                new ChangeApprovedDecoder(),
                new ChangeWithdrawnDecoder(),
                new ChangeExpiredDecoder(),
                new OrderRestatedDecoder(),
                new ChangeScheduledDecoder(),
                new ScheduledChangeEndedDecoder(),
                new ListingChangedDecoder(),
                new RequestFencedDecoder());
        known.forEach(decoder -> decoders[decoder.sbeTemplateId()] = decoder);
    }

    List<String> of(Frame frame) {
        List<String> lines = new ArrayList<>(frame.eventCount());
        view.wrap(frame.buffer(), 0);
        while (view.nextEvent()) lines.add(line());
        return lines;
    }

    private String line() {
        MessageDecoderFlyweight decoder = decoders[view.eventType()];
        if (decoder == null) return "event of unknown type " + view.eventType();
        decoder.wrap(view.buffer(), view.eventOffset(), view.eventBlockLength(), view.eventVersion());
        text.setLength(0);
        decoder.appendTo(text);
        int fields = text.indexOf("):") + 2;
        return text.substring(1, text.indexOf("]")) + ": " + text.substring(fields);
    }
}
