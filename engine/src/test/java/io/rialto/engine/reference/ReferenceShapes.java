package io.rialto.engine.reference;

import static io.rialto.engine.reference.ReferenceInstrument.isIn;

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

    /** Nothing beyond what is named here is known so far. */
    static boolean areKnown(NewOrder asked, SpecialTerms terms) {
        boolean isIceberg = terms.displayLots() != 0;
        boolean hasLeast = terms.minQuantityLots() != 0 || terms.allOrNone() == 1;
        boolean hasTwo = terms.minQuantityLots() != 0 && terms.allOrNone() == 1;
        boolean isOrdinary = asked.orderType() == 1 && asked.timeInForce() != 3 && !isIceberg;
        if (isIceberg ? terms.hidden() == 1 : terms.displayRangeLots() != 0) return false;
        if (hasLeast && (hasTwo || !isOrdinary || terms.reduceOnly() == 1)) return false;
        boolean isPegged = asked.orderType() == 10;
        if (isPegged ? terms.pegReference() == 0 : terms.pegReference() != 0 || terms.pegOffsetTicks() != 0)
            return false;
        SpecialTerms p = SpecialTerms.PLAIN;
        return new SpecialTerms(
                        p.triggerTicks(),
                        p.activationTicks(),
                        p.trailingTicks(),
                        p.displayLots(),
                        p.displayRangeLots(),
                        p.minQuantityLots(),
                        p.pegOffsetTicks(),
                        asked.timeInForce() == 5 ? p.expireTimeNanos() : terms.expireTimeNanos(),
                        p.trailingBps(),
                        p.triggerSource(),
                        p.pegReference(),
                        p.hidden(),
                        p.allOrNone(),
                        p.reduceOnly(),
                        p.exempt())
                .equals(p);
    }

    static boolean areCodes(NewOrder asked, boolean isTriggered, boolean isPegged, boolean isSpecial) {
        return isIn(1, asked.side(), 2)
                && (isTriggered || isPegged || isIn(1, asked.orderType(), 2))
                && isIn(1, asked.timeInForce(), isSpecial && !isTriggered ? 9 : 3)
                && isIn(0, asked.postOnly(), 2)
                && isIn(0, asked.selfTradePrevention(), 5)
                && asked.clientOrderId().length() <= 36;
    }

    static boolean isImpossible(NewOrder asked) {
        boolean isMarket = asked.orderType() == 2;
        boolean isByAmount = asked.quoteAmountMinor() != 0;
        boolean stays = List.of(1, 4, 5, 9).contains(asked.timeInForce());
        return asked.postOnly() != 0 && (isMarket || !stays)
                || isByAmount && (!isMarket || asked.quantityLots() != 0 || asked.timeInForce() == 3)
                || isMarket && asked.priceTicks() != 0;
    }
}
