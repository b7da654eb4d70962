package io.rialto.feeds.events;

import io.rialto.protocol.MessageHeaderDecoder;
import io.rialto.protocol.RequestDecoder;
import io.rialto.protocol.frame.FrameLayout;
import io.rialto.protocol.frame.FrameView;
import io.rialto.protocol.schema.Field;
import io.rialto.protocol.schema.Message;
import io.rialto.protocol.schema.Vocabulary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Finds in each event whom and what it names, by the schema's types: so a new event is found on the day it is added.
 *
 * <p>An event that names an order but nobody is of whom the event before it named with that order. One that names more
 * than two is found by its first two: what happens to each of the others has events of its own.
 *
 * <p>Threading: one thread.
 */
public final class EventIndexer {
    private static final List<Field> NONE = List.of();
    private static final Shape STRANGE = new Shape(NONE, NONE, NONE);

    /** Where an event's block has numbers of accounts, orders and instruments. */
    private record Shape(List<Field> accounts, List<Field> orders, List<Field> instruments) {}

    private final Map<Integer, Shape> shapes = new HashMap<>();
    private final MessageHeaderDecoder part = new MessageHeaderDecoder();
    private final RequestDecoder request = new RequestDecoder();
    private EventRow before = new EventRow(0, 0, 0, 0, 0, 0, 0, 0, 0, "");

    public EventIndexer() {
        for (Message message : Vocabulary.SCHEMA.messages()) {
            if (!Vocabulary.SCHEMA.isEvent(message.id())) continue;
            shapes.put(
                    message.id(),
                    new Shape(
                            of(message, "AccountNumber"), of(message, "OrderNumber"), of(message, "InstrumentNumber")));
        }
    }

    private static List<Field> of(Message message, String type) {
        return message.fields().stream()
                .filter(field -> field.type().equals(type))
                .toList();
    }

    /** Tells a row for each event of the frame, in their order. */
    public void read(FrameView frame, Consumer<EventRow> each) {
        String correlation = correlation(frame);
        int place = 0;
        frame.rewind();
        while (frame.nextEvent()) {
            EventRow row = row(frame, place++, correlation);
            each.accept(row);
            before = row;
        }
        frame.rewind();
    }

    private EventRow row(FrameView frame, int place, String correlation) {
        Shape shape = shapes.getOrDefault(frame.eventType(), STRANGE);
        int account = (int) nth(frame, shape.accounts, 0);
        int other = (int) nth(frame, shape.accounts, account);
        long order = nth(frame, shape.orders, 0);
        long otherOrder = nth(frame, shape.orders, order);
        int instrument = (int) nth(frame, shape.instruments, 0);
        boolean isOfOneBefore = account == 0 && order != 0 && before.sequence() == frame.sequence();
        if (isOfOneBefore && order == before.order()) account = before.account();
        if (isOfOneBefore && order == before.order() && instrument == 0) instrument = before.instrument();
        return new EventRow(
                frame.sequence(),
                place,
                frame.timeNanos(),
                frame.eventType(),
                account,
                other,
                order,
                otherOrder,
                instrument,
                correlation);
    }

    /** The first of them that is there and is not the one already known; 0 for none. */
    private static long nth(FrameView frame, List<Field> fields, long known) {
        boolean isSecond = known != 0;
        for (Field field : fields) {
            if (field.end() > frame.eventBlockLength()) continue;
            long number = field.number(frame.buffer(), frame.eventOffset());
            if (number == 0 || field.isNull(number)) continue;
            if (!isSecond || number != known) return number;
        }
        return 0;
    }

    private String correlation(FrameView frame) {
        if (!frame.hasRequest()) return "";
        part.wrap(frame.buffer(), frame.offset() + FrameLayout.HEADER_LENGTH);
        int block = part.offset() + FrameLayout.PART_HEADER_LENGTH;
        request.wrap(frame.buffer(), block, part.blockLength(), part.version());
        long high = request.correlationHigh();
        long low = request.correlationLow();
        return high == 0 && low == 0 ? "" : new UUID(high, low).toString();
    }
}
