package io.rialto.engine.reference;

import static io.rialto.engine.reference.ReferenceInstrument.isIn;
import static io.rialto.engine.reference.Refusal.refuseIf;
import static io.rialto.protocol.Reason.*;

import io.rialto.engine.reference.Command.NewOrder;
import io.rialto.engine.reference.Command.SpecialTerms;
import java.util.List;

/** Which fields of an order can stand together. */
final class ReferenceShapes {
    private ReferenceShapes() {}

    static boolean areCodes(SpecialTerms terms) {
        return isIn(0, terms.triggerSource(), 3)
                && isIn(0, terms.pegReference(), 3)
                && isIn(0, terms.hidden(), 1)
                && isIn(0, terms.allOrNone(), 1)
                && isIn(0, terms.reduceOnly(), 1)
                && isIn(0, terms.exempt(), 1);
    }

    /** Terms that are no trigger's. */
    static void refuseTerms(NewOrder asked, SpecialTerms terms) {
        boolean isIceberg = terms.displayLots() != 0;
        refuseIf(isIceberg && terms.hidden() == 1, HIDDEN_WITH_PEAK);
        refuseIf(!isIceberg && terms.displayRangeLots() != 0, PEAK_MISSING);
        boolean hasLeast = terms.minQuantityLots() != 0 || terms.allOrNone() == 1;
        boolean hasTwo = terms.minQuantityLots() != 0 && terms.allOrNone() == 1;
        boolean isLimit = List.of(1, 5, 7, 9).contains(asked.orderType());
        boolean isOrdinary = isLimit && asked.timeInForce() != 3 && !isIceberg;
        boolean isReducing = terms.reduceOnly() == 1;
        refuseIf(hasLeast && (hasTwo || !isOrdinary || isReducing), LEAST_QUANTITY_NOT_POSSIBLE);
        boolean isPegged = asked.orderType() == 10;
        refuseIf(isPegged && terms.pegReference() == 0, PEG_REFERENCE_MISSING);
        refuseIf(!isPegged && (terms.pegReference() != 0 || terms.pegOffsetTicks() != 0), PEG_NOT_EXPECTED);
        refuseIf(asked.timeInForce() != 5 && terms.expireTimeNanos() != 0, EXPIRE_TIME_NOT_EXPECTED);
    }

    static boolean areCodes(NewOrder asked, boolean isTriggered, boolean isPegged, boolean isSpecial) {
        return isIn(1, asked.side(), 2)
                && (isTriggered || isPegged || isIn(1, asked.orderType(), 2))
                && isIn(1, asked.timeInForce(), isSpecial ? 9 : 3)
                && isIn(0, asked.postOnly(), 2)
                && isIn(0, asked.selfTradePrevention(), 5)
                && asked.clientOrderId().length() <= 36;
    }

    static void refuseFields(NewOrder asked, boolean isPegged, boolean isToLimit) {
        boolean isMarket = isToLimit || asked.orderType() == 2;
        boolean mayBeByAmount = isMarket && !isToLimit && asked.quantityLots() == 0 && asked.timeInForce() != 3;
        refuseIf(asked.quoteAmountMinor() != 0 && !mayBeByAmount, QUOTE_AMOUNT_NOT_POSSIBLE);
        if (isPegged) return;
        refuseIf(isMarket && asked.priceTicks() != 0, PRICE_NOT_EXPECTED);
        boolean stays = List.of(1, 4, 5, 9).contains(asked.timeInForce());
        refuseIf(asked.postOnly() != 0 && (isMarket || !stays), POST_ONLY_MUST_REST);
    }
}
