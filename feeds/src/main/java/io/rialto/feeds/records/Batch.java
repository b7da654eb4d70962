package io.rialto.feeds.records;

import io.rialto.feeds.changes.EquityChange;
import io.rialto.feeds.costs.CostBook;
import io.rialto.feeds.costs.CostMethod;
import io.rialto.feeds.costs.PositionCosts;
import io.rialto.feeds.events.EventRow;
import io.rialto.feeds.fills.Fill;
import io.rialto.feeds.orders.OrderView;
import io.rialto.feeds.statements.Movement;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The rows that some frames in a row make, to be written in one transaction. Of what changed twice the last counts. */
final class Batch {
    /** An account as it was opened. */
    record Opened(int number, int firm, int tradeGroup, String selfTradePrevention, long openedNanos, long sequence) {}

    /** Where one account stands in one instrument, at average cost. */
    record Held(
            int account,
            int instrument,
            BigDecimal quantity,
            BigInteger costMinor,
            BigInteger realisedMinor,
            BigInteger feesMinor,
            BigInteger fundingMinor,
            long sequence) {
        static Held of(int account, int instrument, PositionCosts costs) {
            CostBook average = costs.by(CostMethod.AVERAGE);
            return new Held(
                    account,
                    instrument,
                    average.quantity(),
                    average.costMinor(),
                    average.realisedMinor(),
                    costs.feesMinor(),
                    costs.fundingMinor(),
                    costs.changedSequence());
        }

        /** Of the row whose place it takes. */
        long key() {
            return (long) account << Integer.SIZE | instrument;
        }
    }

    final List<Opened> accounts = new ArrayList<>();
    final Map<Long, OrderView> orders = new LinkedHashMap<>();
    final List<OrderView> states = new ArrayList<>();
    final List<Fill> fills = new ArrayList<>();
    final List<Movement> movements = new ArrayList<>();
    final List<EquityChange> equity = new ArrayList<>();
    final List<EventRow> events = new ArrayList<>();
    final List<Held> positions = new ArrayList<>();
    final TreeSet<Integer> touched = new TreeSet<>();
    final long afterSequence;
    long sequence;
    long timeNanos;
    int crc;

    /** @param afterSequence the frame before the first of these */
    Batch(long afterSequence) {
        this.afterSequence = afterSequence;
        sequence = afterSequence;
    }

    boolean isEmpty() {
        return sequence == afterSequence;
    }

    int rows() {
        return states.size() + fills.size() + movements.size() + equity.size() + events.size();
    }
}
