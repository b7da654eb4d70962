package io.rialto.engine.batch;

import io.rialto.engine.admission.Ticket;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.matching.Aggressor;
import io.rialto.engine.matching.Walk;
import io.rialto.engine.phases.PhaseRules;
import io.rialto.engine.pricing.Fees;
import io.rialto.engine.trading.Operations;
import io.rialto.protocol.FeesTestedEncoder;
import io.rialto.protocol.FillTestedEncoder;
import io.rialto.protocol.OrderTestedEncoder;
import io.rialto.protocol.OrderType;
import io.rialto.protocol.Reason;
import io.rialto.protocol.frame.CommandParts;
import io.rialto.protocol.frame.Frame;

/**
 * Says what would become of an order now, by the live state, which it leaves as it is.
 *
 * <p>Prices in ticks, quantities in lots, money in minor units. Threading: the core's thread only. Allocates only to grow
 * to the most price levels that an order ever met.
 */
final class OrderTest implements Walk.Visitor {
    private static final byte FIRST_WAITING = (byte) OrderType.STOP.value();
    private static final byte LAST_WAITING = (byte) OrderType.TRAILING_STOP_LIMIT.value();

    private final Operations operations;
    private final OrderTestedEncoder tested = new OrderTestedEncoder();
    private final FeesTestedEncoder feesTested = new FeesTestedEncoder();
    private final FillTestedEncoder fillTested = new FillTestedEncoder();
    private final FillsByPrice fills = new FillsByPrice();

    // Of the order at hand.
    private Instrument market;
    private boolean buys;
    private int feePrepaid;
    private int takerRate;
    private long feePerLot;

    OrderTest(Operations operations) {
        this.operations = operations;
    }

    void test(Frame frame, CommandParts part) {
        fills.clear();
        Reason refusal = operations.rehearseOrder(frame, part, 0);
        if (refusal != Reason.NONE) {
            tell(frame, refusal, 0, 0);
            return;
        }
        Aggressor order = operations.rehearsedOrder();
        Reason missing = operations.askForFunds();
        if (missing == Reason.NONE && meetsTheBook(frame, order)) operations.showFills(frame, this);
        tell(frame, missing, order.priceTicks(), order.holdMinor());
        tellFees(frame, order.instrument(), order.account());
        for (int i = 0; i < fills.count(); i++) tellFill(frame, i);
    }

    @Override
    public long filled(long priceTicks, long lots, long valueMinor) {
        boolean isInBase = buys && !market.feesInQuote();
        long basisMinor = isInBase ? lots * market.lotBaseMinor() : valueMinor;
        long feeMinor = Fees.due(basisMinor, takerRate, feePrepaid);
        feePrepaid = Fees.prepaidAfter(basisMinor, takerRate, feePrepaid);
        if (feePerLot > 0) feeMinor = Fees.withPerLot(feeMinor, feePerLot, lots);
        if (!buys) feeMinor = Math.min(feeMinor, valueMinor);
        fills.add(priceTicks, lots, valueMinor, feeMinor);
        return buys && market.feesInQuote() ? feeMinor : 0;
    }

    private boolean meetsTheBook(Frame frame, Aggressor order) {
        market = order.instrument();
        buys = order.buys();
        feePrepaid = 0;
        takerRate = market.charges().takerRate(order.account());
        feePerLot = market.charges().perLot(order.account());
        Ticket ticket = operations.rehearsedTicket();
        boolean isLost = ticket.isPegged() && order.priceTicks() == 0;
        boolean waits = isLost
                || operations.waitsForAuction(market)
                || ticket.type >= FIRST_WAITING && ticket.type <= LAST_WAITING;
        if (waits || PhaseRules.collects(market) || operations.isRehearsedOrderKilled()) return false;
        if (!ticket.isSpecial) return true;
        long leastLots = ticket.terms.leastLots(ticket.quantityLots);
        return leastLots == 0 || operations.fillableLots(frame) >= leastLots;
    }

    private void tell(Frame frame, Reason reason, long priceTicks, long holdMinor) {
        frame.claimEvent(tested)
                .priceTicks(priceTicks)
                .holdMinor(holdMinor)
                .feeMinor(fills.feeMinor())
                .filledLots(fills.lots())
                .notionalMinor(fills.valueMinor())
                .account(operations.rehearsedTicket().account)
                .reason(reason);
    }

    private void tellFees(Frame frame, Instrument of, int account) {
        frame.claimEvent(feesTested)
                .volumeMinor(of.charges().hasTariff() ? of.charges().tariff().volumeMinor(account) : 0)
                .feePerLotMinor(of.charges().perLot(account))
                .makerRate(of.charges().makerRate(account))
                .takerRate(of.charges().takerRate(account))
                .account(account)
                .instrument(of.number())
                .schedule(of.charges().hasTariff() ? of.charges().tariff().schedule(account) : 0)
                .version(of.charges().hasTariff() ? of.charges().tariff().version(account) : 0)
                .tier((short) (of.charges().hasTariff() ? of.charges().tariff().tier(account) : 0));
    }

    private void tellFill(Frame frame, int at) {
        frame.claimEvent(fillTested)
                .priceTicks(fills.priceTicks(at))
                .quantityLots(fills.lots(at))
                .notionalMinor(fills.valueMinor(at))
                .feeMinor(fills.feeMinor(at));
    }
}
