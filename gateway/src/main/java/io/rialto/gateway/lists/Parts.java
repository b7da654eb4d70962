package io.rialto.gateway.lists;

import io.rialto.gateway.entry.Part;
import io.rialto.gateway.ingress.Command;
import io.rialto.protocol.BatchMode;
import io.rialto.protocol.OperationRefusedDecoder;
import io.rialto.protocol.OrderBatchEncoder;
import io.rialto.protocol.Reason;
import io.rialto.protocol.frame.Frame;
import io.rialto.protocol.frame.FrameLayout;
import io.rialto.protocol.frame.FrameView;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A command of several: its own block, and behind it whole messages as its parts. Stateless. */
public final class Parts {
    /** More than any part takes, its text and padding included. */
    private static final int MOST_BYTES = 256;

    private Parts() {}

    /** Writes the command's own block; answers its encoded length. */
    interface Head {
        int write(Frame frame);
    }

    static Command command(int templateId, Head head, List<? extends Part> parts) {
        return frame -> {
            frame.reserve((parts.size() + 1) * MOST_BYTES);
            int start = frame.commandOffset();
            int end = frame.endOfPart(start, head.write(frame));
            for (Part part : parts) end = frame.endOfPart(end, part.write(frame, end));
            frame.commandEncoded(templateId, end - start - FrameLayout.PART_HEADER_LENGTH);
        };
    }

    /** Several operations of one account in one command. */
    public static Command batch(int account, BatchMode mode, List<? extends Part> parts) {
        return command(
                OrderBatchEncoder.TEMPLATE_ID,
                frame -> new OrderBatchEncoder()
                        .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader())
                        .account(account)
                        .mode(mode)
                        .encodedLength(),
                parts);
    }

    /** Why operations of a batch were refused, by their place in it; those that were carried out are absent. */
    public static SortedMap<Integer, Reason> refusals(FrameView view) {
        SortedMap<Integer, Reason> reasons = new TreeMap<>();
        OperationRefusedDecoder refused = new OperationRefusedDecoder();
        while (view.nextEvent()) {
            if (view.eventType() != OperationRefusedDecoder.TEMPLATE_ID) continue;
            refused.wrap(view.buffer(), view.eventOffset(), view.eventBlockLength(), view.eventVersion());
            reasons.put(refused.operation(), refused.reason());
        }
        return reasons;
    }
}
