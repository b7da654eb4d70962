package io.rialto.gateway.pushes;

import io.rialto.gateway.inbox.Letter;
import io.rialto.gateway.notices.Batches;
import io.rialto.gateway.notices.Batches.Batch;
import io.rialto.gateway.notices.Outlet;
import io.rialto.gateway.pushes.Counts.Kind;
import io.rialto.gateway.pushes.NoticeStream.Message;
import java.util.ArrayList;
import java.util.List;

/** Pushes letters to sockets, in batches, out of memory alone: whoever misses one resumes from what is kept. Not thread-safe. */
public final class SocketPushing {
    private final NoticeStream stream;
    private final Counts counts;
    private final Batches<Push> waiting = new Batches<>();

    public SocketPushing(NoticeStream stream, Counts counts) {
        this.stream = stream;
        this.counts = counts;
    }

    /** Those of them that go to sockets; the others are left alone. */
    public void tell(List<Push> pushes, long nanoTime) {
        List<Batch<Push>> ready = new ArrayList<>();
        for (Push push : pushes) {
            if (push.key().outlet() != Outlet.WEBSOCKET) continue;
            waiting.add(push.key(), push, push.letter().priority(), push.isUrgent(), nanoTime, ready);
        }
        tell(ready);
    }

    private void tell(List<Batch<Push>> ready) {
        List<Message> messages = new ArrayList<>();
        for (Batch<Push> batch : ready) {
            List<Letter> letters = batch.items().stream().map(Push::letter).toList();
            long sequence = batch.items().get(letters.size() - 1).sequence();
            messages.add(new Message(batch.key().reader(), sequence, letters, false));
            counts.told(Outlet.WEBSOCKET, letters.size());
            counts.add(Kind.BATCHES, 1);
        }
        stream.tell(messages);
    }

    /** What has waited for company long enough. */
    public void tellDue(long nanoTime) {
        List<Batch<Push>> ready = new ArrayList<>();
        waiting.due(nanoTime, ready);
        tell(ready);
    }

    /** Behind the transaction in which they were due. */
    public void tellDigests(List<Message> digests) {
        stream.tell(digests);
    }
}
