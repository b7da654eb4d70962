package io.rialto.engine.rules;

import io.rialto.engine.reference.Command;
import io.rialto.engine.reference.Command.SpecialTerms;

/** Orders that show less than all of themselves or trade only much at once, as commands. */
final class DisplayOrders {
    private DisplayOrders() {}

    static Command iceberg(int account, Ticket ticket, long peakLots) {
        return iceberg(account, ticket, peakLots, 0);
    }

    static Command iceberg(int account, Ticket ticket, long peakLots, long rangeLots) {
        return special(account, ticket, peakLots, rangeLots, 0, 0, 0);
    }

    static Command hidden(int account, Ticket ticket) {
        return special(account, ticket, 0, 0, 0, 1, 0);
    }

    static Command atLeast(int account, Ticket ticket, long leastLots) {
        return special(account, ticket, 0, 0, leastLots, 0, 0);
    }

    static Command allOrNone(int account, Ticket ticket) {
        return special(account, ticket, 0, 0, 0, 0, 1);
    }

    static Command special(int account, Ticket ticket, long peak, long range, long least, int hidden, int allOrNone) {
        SpecialTerms asked = ticket.terms(0);
        SpecialTerms terms = new SpecialTerms(
                asked.triggerTicks(),
                asked.activationTicks(),
                asked.trailingTicks(),
                peak,
                range,
                least,
                0,
                0,
                asked.trailingBps(),
                asked.triggerSource(),
                0,
                hidden,
                allOrNone,
                0,
                0);
        return new Command.NewSpecialOrder(ticket.by(account, 1), terms);
    }
}
