package io.rialto.gateway.streams;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rialto.feeds.candles.Interval;
import io.rialto.gateway.channels.Ask;
import io.rialto.gateway.depth.Speed;
import io.rialto.gateway.form.Json;

/**
 * What became of an operation on subscriptions.
 *
 * @param op subscribed, unsubscribed, resumed or resync; a heartbeat is answered by one
 * @param id as the client chose it; absent without one
 * @param from of what was resumed: the first message that follows is newer
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StreamReply(
        String op,
        Long id,
        String channel,
        String symbol,
        Integer depth,
        Speed speed,
        String interval,
        Long from,
        Long sequence) {

    static byte[] of(String op, Long id, Ask ask, Long from, Long sequence) {
        return Json.bytes(new StreamReply(
                op,
                id,
                ask.channel().word(),
                ask.terms().map(each -> each.instrument().symbol()).orElse(null),
                ask.channel().isOfBook() ? ask.depth() : null,
                ask.channel().hasSpeeds() ? ask.speed() : null,
                ask.interval().map(Interval::code).orElse(null),
                from,
                sequence));
    }

    static byte[] beat(Long id, long sequence) {
        return Json.bytes(new StreamReply("heartbeat", id, null, null, null, null, null, null, sequence));
    }
}
