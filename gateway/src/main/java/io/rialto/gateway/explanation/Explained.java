package io.rialto.gateway.explanation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * The chain from a command to the money, on the wire: of one frame, or of every frame that touched an order.
 *
 * @param order whose life it is; null of a frame
 * @param steps a frame each, oldest first
 * @param sums of all postings by asset, 0 each; null where only a part of them is shown
 * @param effects what became different of balances, as it came out when history was run again; null of an order's life
 * @param next the sequence to go on from; null at the end
 * @param head the newest frame there is
 */
public record Explained(String order, List<Step> steps, List<Sum> sums, List<Effect> effects, Long next, long head) {
    /**
     * One frame.
     *
     * @param command null for another's; {@code words} are the command's
     * @param request who asked, and how; null when nobody did, or another
     * @param postings that belong to none of the events shown
     * @param arePostingsWhole false where some are so old that they are no longer kept here
     */
    public record Step(
            long sequence,
            String time,
            String hash,
            String type,
            String words,
            JsonNode request,
            JsonNode command,
            List<Link> events,
            List<Posting> postings,
            boolean arePostingsWhole) {}

    /**
     * One event and what moved for it.
     *
     * @param index among the frame's events, from 0
     * @param isFill whether it is a trade
     */
    public record Link(int index, String type, String words, boolean isFill, JsonNode event, List<Posting> postings) {}

    /**
     * Money that came into one of an account's balances, or below zero left it.
     *
     * @param purse BALANCE, MARGIN, POSITION, or OBLIGATION for what is owed and due
     * @param after what was in it then
     * @param reference of the trade or transfer; null for none
     */
    public record Posting(
            String account, String asset, String purse, String kind, String amount, String after, String reference) {}

    /** Of all postings in an asset; what is not zero would be money from nowhere. */
    public record Sum(String asset, String sum) {}

    /**
     * What a balance was before the frame and after it, in a core of its own.
     *
     * @param purse BALANCE, HELD of it, or MARGIN
     * @param posted what the postings come to; null of what is only held, and where they are not whole
     */
    public record Effect(
            String account, String asset, String purse, String before, String after, String change, String posted) {}
}
