package io.rialto.engine.simulation;

import io.rialto.engine.reference.ClearingCommand;
import io.rialto.engine.reference.Command;
import io.rialto.engine.reference.ControlCommand;
import io.rialto.engine.reference.MarginCommand;
import io.rialto.protocol.AmendDisplayEncoder;
import io.rialto.protocol.AmendOrderEncoder;
import io.rialto.protocol.AmendTriggerEncoder;
import io.rialto.protocol.AssignLeadMarketMakerEncoder;
import io.rialto.protocol.AssignQuoteGroupEncoder;
import io.rialto.protocol.BeginDepositEncoder;
import io.rialto.protocol.BeginWithdrawalEncoder;
import io.rialto.protocol.CancelAllOrdersEncoder;
import io.rialto.protocol.CancelDepositEncoder;
import io.rialto.protocol.CancelOrderEncoder;
import io.rialto.protocol.CancelWithdrawalEncoder;
import io.rialto.protocol.ChangeInstrumentEncoder;
import io.rialto.protocol.ChangePhaseEncoder;
import io.rialto.protocol.CompleteDepositEncoder;
import io.rialto.protocol.CompleteWithdrawalEncoder;
import io.rialto.protocol.DepositEncoder;
import io.rialto.protocol.Door;
import io.rialto.protocol.FenceRequestEncoder;
import io.rialto.protocol.ListAssetEncoder;
import io.rialto.protocol.ListInstrumentEncoder;
import io.rialto.protocol.MassQuoteEncoder;
import io.rialto.protocol.MessageHeaderEncoder;
import io.rialto.protocol.NewOrderEncoder;
import io.rialto.protocol.NewOrderListEncoder;
import io.rialto.protocol.NewSpecialOrderEncoder;
import io.rialto.protocol.OpenAccountEncoder;
import io.rialto.protocol.OrderBatchEncoder;
import io.rialto.protocol.ProtectQuotesEncoder;
import io.rialto.protocol.QuoteEncoder;
import io.rialto.protocol.ReplaceOrderEncoder;
import io.rialto.protocol.RequestEncoder;
import io.rialto.protocol.ResetQuotesEncoder;
import io.rialto.protocol.RevealSeedEncoder;
import io.rialto.protocol.SetMarkPriceEncoder;
import io.rialto.protocol.SetQuoteProtectionEncoder;
import io.rialto.protocol.SetRiskRuleEncoder;
import io.rialto.protocol.StartCallEncoder;
import io.rialto.protocol.TestOrderEncoder;
import io.rialto.protocol.TestRiskRuleEncoder;
import io.rialto.protocol.TickEncoder;
import io.rialto.protocol.frame.Frame;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;

/** Writes commands into frames as a door would, hostile enum codes included. */
public final class CommandFrames {
    private final ListInstrumentEncoder listInstrument = new ListInstrumentEncoder();
    private final NewOrderEncoder newOrder = new NewOrderEncoder();
    private Frame frame;
    private UnsafeBuffer buffer;
    private int at;
    private boolean isPart;
    private MessageHeaderEncoder head;

    public void write(Frame target, Command command, Command.Asked asked, long timeNanos) {
        frame = target.clear();
        buffer = frame.buffer();
        head = frame.partHeader();
        frame.stampTime(timeNanos);
        if (asked != null) writeRequest(asked);
        at = frame.commandOffset();
        isPart = false;
        write(command);
    }

    private void write(Command command) {
        if (command instanceof Command.NewOrder order) write(order);
        else if (command instanceof Command.NewSpecialOrder special) write(special);
        else if (command instanceof Command.CancelOrder cancel) write(cancel);
        else if (command instanceof Command.AmendOrder amend) write(amend);
        else if (command instanceof Command.AmendDisplay display) write(display);
        else if (command instanceof Command.AssignLead lead) write(lead);
        else if (command instanceof Command.AmendTrigger amend) write(amend);
        else if (command instanceof Command.SetMarkPrice mark) write(mark);
        else if (command instanceof Command.CancelAll all) write(all);
        else if (command instanceof Command.BeginTransfer begin) write(begin);
        else if (command instanceof Command.EndTransfer end) write(end);
        else if (command instanceof Command.ListAsset asset) write(asset);
        else if (command instanceof Command.ListInstrument terms) write(terms);
        else if (command instanceof Command.OpenAccount account) write(account);
        else if (command instanceof Command.Fence fence) write(fence);
        else if (command instanceof Command.ChangeInstrument change) write(change);
        else if (command instanceof Command.ReplaceOrder replace) write(replace);
        else if (command instanceof Command.OrderBatch batch) write(batch);
        else if (command instanceof Command.TestOrder test) write(test);
        else if (command instanceof Command.MassQuote quotes) write(quotes);
        else if (command instanceof Command.Quote quote) write(quote);
        else if (command instanceof Command.SetQuoteProtection protection)
            encoded(SetQuoteProtectionEncoder.TEMPLATE_ID, QuoteFrames.write(buffer, at, head, protection));
        else if (command instanceof Command.ProtectQuotes protection) write(protection);
        else if (command instanceof Command.AssignQuoteGroup assigned) write(assigned);
        else if (command instanceof Command.ResetQuotes reset) write(reset);
        else if (command instanceof Command.NewOrderList list) write(list);
        else if (command instanceof Command.ChangePhase change) write(change);
        else if (command instanceof Command.StartCall call) write(call);
        else if (command instanceof Command.RevealSeed seed) write(seed);
        else if (command instanceof ControlCommand.SetFeeSchedule fees) FeeFrames.write(frame, fees);
        else if (command instanceof ControlCommand.AssignFeeSchedule fees) FeeFrames.write(frame, fees);
        else if (command instanceof ControlCommand.SetRiskRule rule)
            encoded(SetRiskRuleEncoder.TEMPLATE_ID, RiskFrames.write(buffer, at, head, rule));
        else if (command instanceof ControlCommand.TestRiskRule test) write(test);
        else if (command instanceof ControlCommand.RemoveRiskRule rule) RiskFrames.write(frame, rule);
        else if (command instanceof ControlCommand control) ControlFrames.write(frame, control);
        else if (command instanceof MarginCommand margin) MarginFrames.write(frame, margin);
        else if (command instanceof ClearingCommand clearing) ClearingFrames.write(frame, clearing);
        else if (command instanceof Command.RecordSignal signal) SignalFrames.write(frame, signal);
        else if (command instanceof Command.Unknown unknown) write(unknown);
        else
            encoded(
                    TickEncoder.TEMPLATE_ID,
                    new TickEncoder().wrapAndApplyHeader(buffer, at, head).encodedLength());
    }

    private void writeRequest(Command.Asked asked) {
        RequestEncoder request = new RequestEncoder()
                .wrapAndApplyHeader(buffer, frame.requestOffset(), head)
                .keyHigh(asked.keyHigh())
                .keyLow(asked.keyLow())
                .bodyHash(asked.bodyHash())
                .correlationHigh(0)
                .correlationLow(0)
                .actor(asked.actor())
                .door(Door.HTTP)
                .trader(asked.trader())
                .key(asked.key())
                .session(asked.session());
        frame.requestEncoded(request.encodedLength());
    }

    private void encoded(int templateId, int length) {
        if (isPart) at = frame.endOfPart(at, length);
        else frame.commandEncoded(templateId, length);
    }

    /** A command whose block is written, and its parts. */
    private void encoded(int templateId, int blockLength, List<Command> parts) {
        int start = at;
        at = frame.endOfPart(at, blockLength);
        isPart = true;
        parts.forEach(this::write);
        isPart = false;
        frame.commandEncoded(templateId, at - start - MessageHeaderEncoder.ENCODED_LENGTH);
    }

    private void write(Command.ReplaceOrder replace) {
        ReplaceOrderEncoder encoder = new ReplaceOrderEncoder().wrapAndApplyHeader(buffer, at, head);
        encoder.account(replace.account()).order(replace.order());
        code(encoder.offset() + ReplaceOrderEncoder.modeEncodingOffset(), replace.mode());
        encoded(ReplaceOrderEncoder.TEMPLATE_ID, ReplaceOrderEncoder.BLOCK_LENGTH, List.of(replace.replacement()));
    }

    private void write(Command.TestOrder test) {
        new TestOrderEncoder().wrapAndApplyHeader(buffer, at, head).account(test.account());
        encoded(TestOrderEncoder.TEMPLATE_ID, TestOrderEncoder.BLOCK_LENGTH, List.of(test.order()));
    }

    private void write(ControlCommand.TestRiskRule test) {
        new TestRiskRuleEncoder().wrapAndApplyHeader(buffer, at, head).account(test.account());
        encoded(TestRiskRuleEncoder.TEMPLATE_ID, TestRiskRuleEncoder.BLOCK_LENGTH, test.parts());
    }

    private void write(Command.NewOrderList list) {
        NewOrderListEncoder encoder = new NewOrderListEncoder().wrapAndApplyHeader(buffer, at, head);
        encoder.account(list.account()).childOnPartialCancel((short) list.childOnPartialCancel());
        code(encoder.offset() + NewOrderListEncoder.kindEncodingOffset(), list.kind());
        code(encoder.offset() + NewOrderListEncoder.childPolicyEncodingOffset(), list.childPolicy());
        encoded(NewOrderListEncoder.TEMPLATE_ID, NewOrderListEncoder.BLOCK_LENGTH, list.legs());
    }

    private void write(Command.MassQuote quotes) {
        new MassQuoteEncoder().wrapAndApplyHeader(buffer, at, head).account(quotes.account());
        encoded(MassQuoteEncoder.TEMPLATE_ID, MassQuoteEncoder.BLOCK_LENGTH, List.copyOf(quotes.quotes()));
    }

    private void write(Command.Quote quote) {
        QuoteEncoder encoder = new QuoteEncoder().wrapAndApplyHeader(buffer, at, head);
        encoder.instrument(quote.instrument()).bidTicks(quote.bidTicks()).bidLots(quote.bidLots());
        encoder.askTicks(quote.askTicks()).askLots(quote.askLots());
        encoded(QuoteEncoder.TEMPLATE_ID, encoder.encodedLength());
    }

    private void write(Command.ProtectQuotes protection) {
        encoded(ProtectQuotesEncoder.TEMPLATE_ID, QuoteFrames.write(buffer, at, head, protection));
    }

    private void write(Command.AssignQuoteGroup assigned) {
        encoded(AssignQuoteGroupEncoder.TEMPLATE_ID, QuoteFrames.write(buffer, at, head, assigned));
    }

    private void write(Command.ResetQuotes reset) {
        encoded(ResetQuotesEncoder.TEMPLATE_ID, QuoteFrames.write(buffer, at, head, reset));
    }

    private void write(Command.OrderBatch batch) {
        OrderBatchEncoder encoder = new OrderBatchEncoder().wrapAndApplyHeader(buffer, at, head);
        encoder.account(batch.account());
        code(encoder.offset() + OrderBatchEncoder.modeEncodingOffset(), batch.mode());
        encoded(OrderBatchEncoder.TEMPLATE_ID, OrderBatchEncoder.BLOCK_LENGTH, batch.operations());
    }

    private void write(Command.NewOrder order) {
        newOrder.wrapAndApplyHeader(buffer, at, head)
                .account(order.account())
                .instrument(order.instrument())
                .priceTicks(order.priceTicks())
                .quantityLots(order.quantityLots())
                .quoteAmountMinor(order.quoteAmountMinor());
        code(newOrder.offset() + NewOrderEncoder.sideEncodingOffset(), order.side());
        code(newOrder.offset() + NewOrderEncoder.orderTypeEncodingOffset(), order.orderType());
        code(newOrder.offset() + NewOrderEncoder.timeInForceEncodingOffset(), order.timeInForce());
        code(newOrder.offset() + NewOrderEncoder.postOnlyEncodingOffset(), order.postOnly());
        code(newOrder.offset() + NewOrderEncoder.selfTradePreventionEncodingOffset(), order.selfTradePrevention());
        newOrder.clientOrderId(order.clientOrderId());
        encoded(NewOrderEncoder.TEMPLATE_ID, newOrder.encodedLength());
    }

    private void write(Command.NewSpecialOrder special) {
        Command.NewOrder order = special.order();
        Command.SpecialTerms terms = special.terms();
        NewSpecialOrderEncoder encoder = new NewSpecialOrderEncoder()
                .wrapAndApplyHeader(buffer, at, head)
                .account(order.account())
                .instrument(order.instrument())
                .priceTicks(order.priceTicks())
                .quantityLots(order.quantityLots())
                .quoteAmountMinor(order.quoteAmountMinor())
                .triggerTicks(terms.triggerTicks())
                .activationTicks(terms.activationTicks())
                .trailingTicks(terms.trailingTicks())
                .displayLots(terms.displayLots())
                .displayRangeLots(terms.displayRangeLots())
                .minQuantityLots(terms.minQuantityLots())
                .pegOffsetTicks(terms.pegOffsetTicks())
                .expireTimeNanos(terms.expireTimeNanos())
                .trailingBps(terms.trailingBps())
                .hidden((short) terms.hidden())
                .allOrNone((short) terms.allOrNone())
                .reduceOnly((short) terms.reduceOnly())
                .exempt((short) terms.exempt());
        int block = encoder.offset();
        code(block + NewSpecialOrderEncoder.sideEncodingOffset(), order.side());
        code(block + NewSpecialOrderEncoder.orderTypeEncodingOffset(), order.orderType());
        code(block + NewSpecialOrderEncoder.timeInForceEncodingOffset(), order.timeInForce());
        code(block + NewSpecialOrderEncoder.postOnlyEncodingOffset(), order.postOnly());
        code(block + NewSpecialOrderEncoder.selfTradePreventionEncodingOffset(), order.selfTradePrevention());
        code(block + NewSpecialOrderEncoder.triggerSourceEncodingOffset(), terms.triggerSource());
        code(block + NewSpecialOrderEncoder.pegReferenceEncodingOffset(), terms.pegReference());
        encoder.clientOrderId(order.clientOrderId());
        encoded(NewSpecialOrderEncoder.TEMPLATE_ID, encoder.encodedLength());
    }

    private void code(int offset, int code) {
        buffer.putByte(offset, (byte) code);
    }

    private void write(Command.ChangePhase change) {
        encoded(ChangePhaseEncoder.TEMPLATE_ID, AuctionFrames.write(buffer, at, head, change));
    }

    private void write(Command.StartCall call) {
        encoded(StartCallEncoder.TEMPLATE_ID, AuctionFrames.write(buffer, at, head, call));
    }

    private void write(Command.RevealSeed seed) {
        encoded(RevealSeedEncoder.TEMPLATE_ID, AuctionFrames.write(buffer, at, head, seed));
    }

    private void write(Command.CancelOrder cancel) {
        CancelOrderEncoder encoder = new CancelOrderEncoder().wrapAndApplyHeader(buffer, at, head);
        encoder.account(cancel.account()).order(cancel.order());
        encoded(CancelOrderEncoder.TEMPLATE_ID, encoder.encodedLength());
    }

    private void write(Command.AmendOrder amend) {
        AmendOrderEncoder encoder = new AmendOrderEncoder().wrapAndApplyHeader(buffer, at, head);
        encoder.account(amend.account()).order(amend.order());
        encoder.priceTicks(amend.priceTicks()).quantityLots(amend.quantityLots());
        encoded(AmendOrderEncoder.TEMPLATE_ID, encoder.encodedLength());
    }

    private void write(Command.AssignLead lead) {
        AssignLeadMarketMakerEncoder encoder = new AssignLeadMarketMakerEncoder().wrapAndApplyHeader(buffer, at, head);
        encoder.instrument(lead.instrument()).account(lead.account()).shareBps(lead.shareBps());
        encoded(AssignLeadMarketMakerEncoder.TEMPLATE_ID, encoder.encodedLength());
    }

    private void write(Command.AmendDisplay display) {
        AmendDisplayEncoder encoder = new AmendDisplayEncoder().wrapAndApplyHeader(buffer, at, head);
        encoder.account(display.account()).order(display.order()).displayLots(display.displayLots());
        encoded(AmendDisplayEncoder.TEMPLATE_ID, encoder.encodedLength());
    }

    private void write(Command.AmendTrigger amend) {
        AmendTriggerEncoder encoder = new AmendTriggerEncoder().wrapAndApplyHeader(buffer, at, head);
        encoder.account(amend.account()).order(amend.order()).triggerTicks(amend.triggerTicks());
        encoder.priceTicks(amend.priceTicks()).quantityLots(amend.quantityLots());
        encoded(AmendTriggerEncoder.TEMPLATE_ID, encoder.encodedLength());
    }

    private void write(Command.SetMarkPrice mark) {
        SetMarkPriceEncoder encoder = new SetMarkPriceEncoder().wrapAndApplyHeader(buffer, at, head);
        encoder.instrument(mark.instrument()).priceTicks(mark.priceTicks());
        encoded(SetMarkPriceEncoder.TEMPLATE_ID, encoder.encodedLength());
    }

    private void write(Command.CancelAll all) {
        CancelAllOrdersEncoder encoder = new CancelAllOrdersEncoder().wrapAndApplyHeader(buffer, at, head);
        encoder.account(all.account()).instrument(all.instrument());
        code(encoder.offset() + CancelAllOrdersEncoder.sideEncodingOffset(), all.side());
        encoded(CancelAllOrdersEncoder.TEMPLATE_ID, encoder.encodedLength());
    }

    private void write(Command.BeginTransfer begin) {
        int templateId = switch (begin.kind()) {
            case DEPOSIT -> DepositEncoder.TEMPLATE_ID;
            case BEGIN_DEPOSIT -> BeginDepositEncoder.TEMPLATE_ID;
            case BEGIN_WITHDRAWAL -> BeginWithdrawalEncoder.TEMPLATE_ID;
        };
        DepositEncoder encoder = new DepositEncoder().wrapAndApplyHeader(buffer, at, head);
        encoder.account(begin.account()).asset(begin.asset()).amountMinor(begin.amountMinor());
        head.templateId(templateId);
        encoded(templateId, encoder.encodedLength());
    }

    private void write(Command.EndTransfer end) {
        int templateId = switch (end.kind()) {
            case COMPLETE_DEPOSIT -> CompleteDepositEncoder.TEMPLATE_ID;
            case CANCEL_DEPOSIT -> CancelDepositEncoder.TEMPLATE_ID;
            case COMPLETE_WITHDRAWAL -> CompleteWithdrawalEncoder.TEMPLATE_ID;
            case CANCEL_WITHDRAWAL -> CancelWithdrawalEncoder.TEMPLATE_ID;
        };
        CompleteDepositEncoder encoder = new CompleteDepositEncoder().wrapAndApplyHeader(buffer, at, head);
        encoder.transfer(end.transfer());
        head.templateId(templateId);
        encoded(templateId, encoder.encodedLength());
    }

    private void write(Command.ListAsset asset) {
        ListAssetEncoder encoder = new ListAssetEncoder().wrapAndApplyHeader(buffer, at, head);
        encoder.code(asset.code()).scale((short) asset.scale());
        encoded(ListAssetEncoder.TEMPLATE_ID, encoder.encodedLength());
    }

    private void write(Command.ListInstrument terms) {
        listInstrument
                .wrapAndApplyHeader(buffer, at, head)
                .symbol(terms.symbol())
                .baseAsset(terms.baseAsset())
                .quoteAsset(terms.quoteAsset())
                .tickMantissa(terms.tickMantissa())
                .lotMantissa(terms.lotMantissa())
                .minQuantityLots(terms.minLots())
                .maxQuantityLots(terms.maxLots())
                .minNotionalMinor(terms.minNotional())
                .collarTicks(terms.collarTicks())
                .referencePriceTicks(terms.referenceTicks())
                .makerFeeRate(terms.makerFeeRate())
                .takerFeeRate(terms.takerFeeRate())
                .tickScale((short) terms.tickScale())
                .lotScale((short) terms.lotScale())
                .feeIncomeMayBeNegative((short) terms.feeIncomeMayBeNegative());
        code(listInstrument.offset() + ListInstrumentEncoder.feePolicyEncodingOffset(), terms.feePolicy());
        code(listInstrument.offset() + ListInstrumentEncoder.marketRemainderEncodingOffset(), terms.marketRemainder());
        encoded(ListInstrumentEncoder.TEMPLATE_ID, listInstrument.encodedLength());
    }

    private void write(Command.OpenAccount account) {
        OpenAccountEncoder encoder = new OpenAccountEncoder().wrapAndApplyHeader(buffer, at, head);
        encoder.firm(account.firm()).tradeGroup(account.tradeGroup());
        code(encoder.offset() + OpenAccountEncoder.selfTradePreventionEncodingOffset(), account.selfTradePrevention());
        encoded(OpenAccountEncoder.TEMPLATE_ID, encoder.encodedLength());
    }

    private void write(Command.ChangeInstrument change) {
        ChangeInstrumentEncoder encoder = new ChangeInstrumentEncoder().wrapAndApplyHeader(buffer, at, head);
        encoder.instrument(change.instrument()).value(change.value());
        code(encoder.offset() + ChangeInstrumentEncoder.parameterEncodingOffset(), change.parameter());
        encoded(ChangeInstrumentEncoder.TEMPLATE_ID, encoder.encodedLength());
    }

    private void write(Command.Fence fence) {
        FenceRequestEncoder encoder = new FenceRequestEncoder().wrapAndApplyHeader(buffer, at, head);
        encoder.account(fence.account()).keyHigh(fence.keyHigh()).keyLow(fence.keyLow());
        encoded(FenceRequestEncoder.TEMPLATE_ID, encoder.encodedLength());
    }

    private void write(Command.Unknown unknown) {
        new TickEncoder().wrapAndApplyHeader(buffer, at, head);
        head.templateId(unknown.commandType());
        encoded(unknown.commandType(), 0);
    }
}
