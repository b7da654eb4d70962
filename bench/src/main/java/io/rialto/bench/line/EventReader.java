package io.rialto.bench.line;

import io.rialto.bench.recording.BookLevels;
import io.rialto.bench.recording.Instruction;
import io.rialto.bench.recording.Instruction.Kind;
import io.rialto.bench.recording.Judge;
import io.rialto.bench.recording.Market;
import io.rialto.bench.recording.RecordedFill;
import io.rialto.protocol.CommandRejectedDecoder;
import io.rialto.protocol.OrderAcceptedDecoder;
import io.rialto.protocol.OrderAmendedDecoder;
import io.rialto.protocol.OrderCancelledDecoder;
import io.rialto.protocol.OrderExpiredDecoder;
import io.rialto.protocol.OrderRestedDecoder;
import io.rialto.protocol.Side;
import io.rialto.protocol.TradeExecutedDecoder;
import io.rialto.protocol.frame.Frame;
import io.rialto.protocol.frame.FrameView;
import java.util.ArrayList;
import java.util.List;
import org.agrona.collections.Long2LongHashMap;

/** Reads the frames that answer instructions: keeps the book, and tells the judge what came out. One thread. */
final class EventReader {
    private static final long UNKNOWN = 0;

    /** Hears which number the venue gave to a recorded order. */
    interface NumberReader {
        void learn(long recorded, long number);
    }

    private final Market market;
    private final NumberReader numbers;
    private final Judge judge;
    private final EventBook book = new EventBook();
    private final FrameView view = new FrameView();
    private final OrderAcceptedDecoder accepted = new OrderAcceptedDecoder();
    private final OrderRestedDecoder rested = new OrderRestedDecoder();
    private final TradeExecutedDecoder trade = new TradeExecutedDecoder();
    private final OrderCancelledDecoder cancelled = new OrderCancelledDecoder();
    private final OrderExpiredDecoder expired = new OrderExpiredDecoder();
    private final OrderAmendedDecoder amended = new OrderAmendedDecoder();
    private final CommandRejectedDecoder rejected = new CommandRejectedDecoder();
    private final Long2LongHashMap recordedBy = new Long2LongHashMap(UNKNOWN);
    private BookLevels levels = new BookLevels(1);
    private List<RecordedFill> fills = List.of();
    private String fault = "";

    EventReader(Market market, NumberReader numbers, Judge judge) {
        this.market = market;
        this.numbers = numbers;
        this.judge = judge;
    }

    EventBook book() {
        return book;
    }

    void onReply(Instruction instruction, Frame frame) {
        fills = List.of();
        fault = "";
        view.wrap(frame.buffer(), 0);
        while (view.nextEvent()) onEvent(instruction);
        judge.answered(instruction, fills, fault);
    }

    void compare(long row, BookLevels expected) {
        if (levels.depth() != expected.depth()) levels = new BookLevels(expected.depth());
        book.fill(levels, market);
        judge.book(row, expected, levels);
    }

    private void onEvent(Instruction instruction) {
        int at = view.eventOffset();
        int length = view.eventBlockLength();
        int version = view.eventVersion();
        switch (view.eventType()) {
            case OrderAcceptedDecoder.TEMPLATE_ID -> {
                accepted.wrap(view.buffer(), at, length, version);
                recordedBy.put(accepted.order(), instruction.order());
                numbers.learn(instruction.order(), accepted.order());
            }
            case OrderRestedDecoder.TEMPLATE_ID -> {
                rested.wrap(view.buffer(), at, length, version);
                book.change(rested.side(), rested.priceTicks(), rested.openLots());
                if (instruction.kind() == Kind.MARKET) fault = "an incoming order rested";
            }
            case TradeExecutedDecoder.TEMPLATE_ID -> onTrade(trade.wrap(view.buffer(), at, length, version));
            case OrderCancelledDecoder.TEMPLATE_ID ->
                onCancelled(instruction, cancelled.wrap(view.buffer(), at, length, version));
            case OrderExpiredDecoder.TEMPLATE_ID -> {
                expired.wrap(view.buffer(), at, length, version);
                if (expired.wasResting() == 1) book.change(expired.side(), expired.priceTicks(), -expired.openLots());
            }
            case OrderAmendedDecoder.TEMPLATE_ID -> onAmended(amended.wrap(view.buffer(), at, length, version));
            case CommandRejectedDecoder.TEMPLATE_ID ->
                fault = "refused "
                        + rejected.wrap(view.buffer(), at, length, version).reason();
            default -> fault = "caused an unexpected event " + view.eventType();
        }
    }

    private void onTrade(TradeExecutedDecoder traded) {
        Side maker = traded.takerSide() == Side.BUY ? Side.SELL : Side.BUY;
        book.change(maker, traded.priceTicks(), -traded.quantityLots());
        if (fills.isEmpty()) fills = new ArrayList<>(2);
        fills.add(new RecordedFill(
                recordedBy.get(traded.makerOrder()), market.price(traded.priceTicks()), traded.quantityLots()));
    }

    private void onCancelled(Instruction instruction, OrderCancelledDecoder ended) {
        if (ended.wasResting() == 1) book.change(ended.side(), ended.priceTicks(), -ended.openLots());
        if (instruction.kind() == Kind.CANCEL && ended.openLots() != instruction.quantity()) {
            fault = "open was " + ended.openLots();
        }
    }

    private void onAmended(OrderAmendedDecoder changed) {
        book.change(changed.side(), changed.oldPriceTicks(), -changed.oldOpenLots());
        if (changed.priorityKept() == 1) {
            book.change(changed.side(), changed.newPriceTicks(), changed.newOpenLots());
        } else {
            fault = "the order lost its place";
        }
    }
}
