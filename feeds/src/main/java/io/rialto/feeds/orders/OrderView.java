package io.rialto.feeds.orders;

import io.rialto.feeds.trading.SpecialTerms;
import io.rialto.protocol.OrderType;
import io.rialto.protocol.Parking;
import io.rialto.protocol.PostOnly;
import io.rialto.protocol.Reason;
import io.rialto.protocol.SelfTradePrevention;
import io.rialto.protocol.Side;
import io.rialto.protocol.TimeInForce;
import java.util.Optional;

/**
 * An order as it is known. Prices in ticks, quantities in lots, money in the quote asset's smallest unit.
 *
 * @param order its number; also the cursor of lists of orders
 * @param clientOrderId empty for none
 * @param selfTradePrevention the mode in force
 * @param requestedPriceTicks the limit that its owner asked for last; 0 for a market order
 * @param workingPriceTicks the limit it works or last worked at: differs when it slid, or by a collar; 0 for none
 * @param quantityLots executed, prevented and remaining together; 0 when by quote amount
 * @param quoteAmountMinor what a market order may spend or is to raise; 0 when by quantity
 * @param preventedLots what self-trade prevention took from it
 * @param remainingLots still open, or what was open when it ended; 0 when by quote amount
 * @param executedNotionalMinor over all fills, before fees
 * @param reason why it ended; NONE while it is open or when it was filled by quantity
 * @param special its terms beyond these; {@link SpecialTerms#NONE} of a plain order
 * @param parking for what it waits outside of the book; empty when it does not
 * @param list of which it is a leg; 0 for none
 * @param isQuote it is one side of a market maker's quote
 * @param version counted from 1, one more with every amendment
 * @param createdNanos journal time, UTC
 * @param updatedNanos of its last change
 * @param createdSequence of the frame that accepted it
 * @param sequence of the frame that changed it last
 */
public record OrderView(
        long order,
        String clientOrderId,
        int account,
        int instrument,
        Side side,
        OrderType type,
        TimeInForce timeInForce,
        PostOnly postOnly,
        SelfTradePrevention selfTradePrevention,
        long requestedPriceTicks,
        long workingPriceTicks,
        long quantityLots,
        long quoteAmountMinor,
        long executedLots,
        long preventedLots,
        long remainingLots,
        long executedNotionalMinor,
        OrderStatus status,
        Reason reason,
        SpecialTerms special,
        Optional<Parking> parking,
        long list,
        boolean isQuote,
        int version,
        long createdNanos,
        long updatedNanos,
        long createdSequence,
        long sequence) {}
