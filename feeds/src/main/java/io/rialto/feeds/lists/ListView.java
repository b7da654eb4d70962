package io.rialto.feeds.lists;

import io.rialto.protocol.ChildPolicy;
import io.rialto.protocol.ListKind;
import io.rialto.protocol.OrderListAcceptedDecoder;
import io.rialto.protocol.Reason;
import java.util.List;
import java.util.stream.LongStream;

/**
 * A list as it stood after a frame.
 *
 * @param orders the numbers of its legs, in the order in which they were asked for
 * @param isOpen its legs still hang together; what is left of them afterwards is on its own
 * @param reason why it ended; NONE while it is open, and when it did what it is for
 * @param sequence of the frame that changed it last
 */
public record ListView(
        long list,
        int account,
        ListKind kind,
        ChildPolicy childPolicy,
        boolean startsOnPartialCancel,
        List<Long> orders,
        boolean isOpen,
        Reason reason,
        long createdNanos,
        long updatedNanos,
        long sequence) {

    static ListView accepted(OrderListAcceptedDecoder event, long timeNanos, long sequence) {
        return new ListView(
                event.list(),
                event.account(),
                event.kind(),
                event.childPolicy(),
                event.childOnPartialCancel() != 0,
                LongStream.of(event.firstOrder(), event.secondOrder(), event.thirdOrder())
                        .filter(order -> order != 0)
                        .boxed()
                        .toList(),
                true,
                Reason.NONE,
                timeNanos,
                timeNanos,
                sequence);
    }

    ListView ended(Reason why, long timeNanos, long atSequence) {
        return new ListView(
                list,
                account,
                kind,
                childPolicy,
                startsOnPartialCancel,
                orders,
                false,
                why,
                createdNanos,
                timeNanos,
                atSequence);
    }
}
