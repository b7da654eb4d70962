package io.rialto.gateway.pushes;

import io.rialto.gateway.channels.Channel;
import io.rialto.gateway.channels.DataMessage;
import io.rialto.gateway.fanout.Fanout;
import io.rialto.gateway.fanout.Subscription;
import io.rialto.gateway.fanout.Topic;
import io.rialto.gateway.inbox.Letter;
import io.rialto.gateway.inbox.LetterBody;
import io.rialto.gateway.inbox.LetterItems;
import java.util.List;
import java.util.Optional;

/** One reader's notifications over sockets. On the publishing thread. */
final class NoticeTopic extends Topic {
    private static final int NEWEST = 100;

    private final NoticeStream stream;
    private final int reader;

    NoticeTopic(Fanout fanout, NoticeStream stream, int reader) {
        super(fanout, Channel.NOTIFICATIONS.word(), Channel.NOTIFICATIONS.everyMessageCounts());
        this.stream = stream;
        this.reader = reader;
    }

    void on(NoticeStream.Message message) {
        tell(bytes(message), Long.MAX_VALUE);
    }

    private static byte[] bytes(NoticeStream.Message message) {
        return DataMessage.update(
                Channel.NOTIFICATIONS, null, message.sequence(), items(message.letters(), message.isDigest()));
    }

    private static LetterItems items(List<Letter> letters, boolean isDigest) {
        return new LetterItems(letters.stream().map(LetterBody::of).toList(), isDigest);
    }

    /** As they were told: what has been read or thrown away since is not said. */
    @Override
    protected void begin(Subscription subscription, boolean wasBehind) {
        LetterItems newest = items(stream.letters(reader, NEWEST), false);
        subscription.tell(DataMessage.snapshot(Channel.NOTIFICATIONS, null, stream.sequence(), newest, wasBehind));
    }

    @Override
    public Optional<List<byte[]>> missed(long from, int most) {
        return stream.since(reader, from)
                .filter(all -> all.size() <= most)
                .map(all -> all.stream().map(NoticeTopic::bytes).toList());
    }
}
