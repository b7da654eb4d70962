package io.rialto.feeds.records;

import io.rialto.feeds.changes.EquityChange;
import io.rialto.feeds.events.EventRow;
import io.rialto.feeds.fills.Fill;
import io.rialto.feeds.orders.OrderView;
import io.rialto.feeds.portfolio.Portfolio;
import io.rialto.feeds.statements.Movement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The rows that some frames in a row make, to be written in one transaction. Of what changed twice the last counts. */
final class Batch {
    /** An account as it was opened. */
    record Opened(int number, int firm, int tradeGroup, String selfTradePrevention, long openedNanos, long sequence) {}

    /** Where one account stands in one instrument. */
    record Held(int account, Portfolio.Position position) {}

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
