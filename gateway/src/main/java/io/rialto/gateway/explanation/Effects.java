package io.rialto.gateway.explanation;

import io.rialto.feeds.listing.Asset;
import io.rialto.feeds.statements.Movement;
import io.rialto.feeds.statements.Purse;
import io.rialto.gateway.form.Decimals;
import io.rialto.gateway.market.Listed;
import io.rialto.gateway.past.PastDesk;
import io.rialto.gateway.past.PastVenue.Money;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;

/** What a frame changed of balances: those before it and those after it, beside what was posted. Thread-safe. */
final class Effects {
    private final PastDesk desk;
    private final Listed listed;

    Effects(PastDesk desk, Listed listed) {
        this.desk = desk;
        this.listed = listed;
    }

    private record Asked(long sequence, List<Integer> accounts) {}

    private record Place(int account, int asset) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            return account == other.account
                    ? Integer.compare(asset, other.asset)
                    : Integer.compare(account, other.account);
        }
    }

    CompletableFuture<List<Explained.Effect>> of(long sequence, List<Integer> accounts, Postings.Moved moved) {
        CompletableFuture<List<Money>> before =
                sequence == 1 ? CompletableFuture.completedFuture(List.of()) : money(sequence - 1, accounts);
        return before.thenCombine(money(sequence, accounts), (was, is) -> effects(by(was), by(is), moved));
    }

    private CompletableFuture<List<Money>> money(long sequence, List<Integer> accounts) {
        return desk.ask(new Asked(sequence, accounts), (venue, goesOn) -> venue.money(sequence, accounts, goesOn));
    }

    private static Map<Place, Money> by(List<Money> money) {
        Map<Place, Money> by = new HashMap<>();
        money.forEach(each -> by.put(new Place(each.account(), each.asset()), each));
        return by;
    }

    private List<Explained.Effect> effects(Map<Place, Money> before, Map<Place, Money> after, Postings.Moved moved) {
        List<Explained.Effect> effects = new ArrayList<>();
        TreeSet<Place> places = new TreeSet<>(before.keySet());
        places.addAll(after.keySet());
        for (Place place : places) {
            Money none = new Money(place.account, place.asset, 0, 0, 0);
            Money was = before.getOrDefault(place, none);
            Money is = after.getOrDefault(place, none);
            add(effects, place, "BALANCE", was.totalMinor(), is.totalMinor(), posted(moved, place, Purse.BALANCE));
            add(effects, place, "HELD", was.heldMinor(), is.heldMinor(), null);
            add(effects, place, "MARGIN", was.marginMinor(), is.marginMinor(), posted(moved, place, Purse.MARGIN));
        }
        return effects;
    }

    private static Long posted(Postings.Moved moved, Place place, Purse purse) {
        if (!moved.isWhole()) return null;
        return moved.all().stream()
                .filter(each -> each.account() == place.account && each.asset() == place.asset && each.purse() == purse)
                .mapToLong(Movement::amountMinor)
                .sum();
    }

    private void add(List<Explained.Effect> effects, Place place, String purse, long was, long is, Long posted) {
        if (was == is && (posted == null || posted == 0)) return;
        Asset asset = listed.asset(place.asset);
        effects.add(new Explained.Effect(
                Integer.toString(place.account),
                asset.code(),
                purse,
                Decimals.text(was, asset.scale()),
                Decimals.text(is, asset.scale()),
                Decimals.text(is - was, asset.scale()),
                posted == null ? null : Decimals.text(posted, asset.scale())));
    }
}
