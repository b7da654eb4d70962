package io.rialto.gateway.channels;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rialto.feeds.listing.Instrument;
import io.rialto.gateway.form.Json;
import java.util.List;

/**
 * A message of any channel but books.
 *
 * @param symbol absent where the channel is of an account
 * @param sequence of the frame that the data comes from; of a snapshot, of the last frame that it has seen
 * @param conflated true when what came before was left out for a reader who was too slow; else absent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DataMessage(String channel, String symbol, Type type, long sequence, Object data, Boolean conflated) {
    /** Whether it says how things stand, or what happened. */
    public enum Type {
        SNAPSHOT,
        UPDATE
    }

    /** What a snapshot of several things holds. */
    public record Items<T>(List<T> items) {}

    /**
     * In which phase a market is, and how far on its way out of the venue.
     *
     * @param sequence of the frame that changed it last
     */
    public record Status(String symbol, String phase, String step, long sequence) {
        static Status of(Instrument now) {
            return new Status(now.symbol(), now.phase().name(), now.step().name(), now.sequence());
        }
    }

    /** What happened. */
    public static byte[] update(Channel channel, String symbol, long sequence, Object data) {
        return Json.bytes(new DataMessage(channel.word(), symbol, Type.UPDATE, sequence, data, null));
    }

    /** How things stand. */
    public static byte[] snapshot(Channel channel, String symbol, long sequence, Object data, boolean isConflated) {
        Boolean marked = isConflated ? Boolean.TRUE : null;
        return Json.bytes(new DataMessage(channel.word(), symbol, Type.SNAPSHOT, sequence, data, marked));
    }
}
