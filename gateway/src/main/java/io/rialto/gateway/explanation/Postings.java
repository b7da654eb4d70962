package io.rialto.gateway.explanation;

import com.fasterxml.jackson.databind.JsonNode;
import io.rialto.feeds.listing.Asset;
import io.rialto.feeds.position.Page;
import io.rialto.feeds.statements.Movement;
import io.rialto.feeds.statements.MovementKind;
import io.rialto.feeds.statements.Period;
import io.rialto.gateway.archive.WholeHistory;
import io.rialto.gateway.explorer.FrameTelling;
import io.rialto.gateway.explorer.Named;
import io.rialto.gateway.explorer.Sight;
import io.rialto.gateway.form.Decimals;
import io.rialto.gateway.market.Listed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The movements of money of one frame, and which event each belongs to. Thread-safe. */
final class Postings {
    private static final List<Integer> VENUES_OWN = List.of(1, 2, 3, 4);
    private static final int MOST_PAGES = 200;
    private static final Set<MovementKind> OF_TRANSFERS = Set.of(MovementKind.DEPOSIT, MovementKind.WITHDRAWAL);

    private final WholeHistory whole;
    private final Listed listed;

    Postings(WholeHistory whole, Listed listed) {
        this.whole = whole;
        this.listed = listed;
    }

    /** @param isWhole false where some are no longer kept */
    record Moved(List<Movement> all, boolean isWhole) {}

    /** Whom a frame may have touched. */
    static List<Integer> accounts(FrameTelling.Seen seen, Sight sight) {
        if (!sight.isWhole()) return List.of(sight.account());
        Set<Integer> accounts = new TreeSet<>(VENUES_OWN);
        for (long each : new Named().all(seen.frame().view(), Named.Kind.ACCOUNT, false)) {
            if (each > 0) accounts.add((int) each);
        }
        return List.copyOf(accounts);
    }

    Moved of(long sequence, List<Integer> accounts) {
        List<Movement> all = new ArrayList<>();
        boolean isWhole = true;
        for (int account : accounts) isWhole &= add(account, Period.ofSequences(sequence - 1, sequence), all);
        all.sort(Comparator.comparingLong(Movement::number));
        return new Moved(all, isWhole);
    }

    private boolean add(int account, Period period, List<Movement> all) {
        long cursor = Page.NEWEST;
        for (int pages = 0; pages < MOST_PAGES; pages++) {
            Page<Movement> page = whole.movements(account, 0, period, cursor, Page.MAX_ITEMS);
            all.addAll(page.items());
            if (page.next().isEmpty()) return !page.olderDropped();
            cursor = page.next().getAsLong();
        }
        return false;
    }

    /** Those that name the event's own trade or transfer. */
    static List<Movement> ofEvent(JsonNode event, List<Movement> moved) {
        String name = event.path("name").asText();
        return moved.stream()
                .filter(each -> {
                    Named.Kind kind = OF_TRANSFERS.contains(each.kind()) ? Named.Kind.TRANSFER : Named.Kind.TRADE;
                    return each.reference() != 0
                            && kind.fieldsOf(name).stream()
                                    .anyMatch(field -> event.path(field.name()).asLong() == each.reference());
                })
                .toList();
    }

    Explained.Posting told(Movement movement) {
        Asset asset = listed.asset(movement.asset());
        return new Explained.Posting(
                Integer.toString(movement.account()),
                asset.code(),
                movement.purse().name(),
                movement.kind().name(),
                Decimals.text(movement.amountMinor(), asset.scale()),
                Decimals.text(movement.afterMinor(), asset.scale()),
                movement.reference() == 0 ? null : Long.toString(movement.reference()));
    }

    List<Explained.Sum> sums(List<Movement> moved) {
        Map<Integer, Long> sums = new TreeMap<>();
        moved.forEach(each -> sums.merge(each.asset(), each.amountMinor(), Long::sum));
        return sums.entrySet().stream()
                .flatMap(each -> Stream.of(listed.asset(each.getKey()))
                        .map(asset -> new Explained.Sum(asset.code(), Decimals.text(each.getValue(), asset.scale()))))
                .toList();
    }
}
