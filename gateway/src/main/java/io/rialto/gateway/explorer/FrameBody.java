package io.rialto.gateway.explorer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A frame on the wire, as far as who asks may see it.
 *
 * @param type the command's name; null for another's
 * @param account whom it is about first, {@code symbol} and {@code order} which; null for none
 * @param refused why, when the command was
 * @param summary the command in words, and how often which event came of it
 * @param hash of the whole frame; the next one names it as its {@code previousHash}
 * @param epoch which life of the writer it is of: another one than of the frame before after a restart
 * @param length in bytes
 * @param hidden events that are others' business
 * @param request who asked, and how; null when nobody did, or another
 * @param command as the schema names its fields, in integer units
 */
public record FrameBody(
        long sequence,
        String time,
        String type,
        String account,
        String symbol,
        String order,
        String refused,
        String summary,
        String hash,
        String previousHash,
        int epoch,
        int length,
        int hidden,
        JsonNode request,
        JsonNode command,
        List<JsonNode> events) {}
