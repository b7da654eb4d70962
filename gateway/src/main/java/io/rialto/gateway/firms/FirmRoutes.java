package io.rialto.gateway.firms;

import io.rialto.feeds.Feeds;
import io.rialto.feeds.listing.Account;
import io.rialto.feeds.listing.Listings;
import io.rialto.feeds.position.Page;
import io.rialto.gateway.access.KeyRing;
import io.rialto.gateway.access.Scope;
import io.rialto.gateway.http.Answer;
import io.rialto.gateway.http.RouteGroup;
import io.rialto.gateway.http.Routes;
import io.rialto.gateway.ingress.Ingress;
import io.rialto.gateway.market.Listed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Firms as administrators see them: their accounts and their credit; and what accounts give up to each other. */
public final class FirmRoutes implements RouteGroup {
    private final Listings listings;
    private final KeyRing names;
    private final CreditRoutes credit;
    private final AccountStateRoutes states;
    private final RoleRoutes roles;
    private final GiveUpRoutes giveUps;

    public FirmRoutes(Ingress ingress, Feeds feeds, Listed listed, KeyRing names, String ack) {
        listings = feeds.listings();
        this.names = names;
        credit = new CreditRoutes(ingress, feeds, listed, ack);
        states = new AccountStateRoutes(ingress, feeds.risk(), listed, ack);
        roles = new RoleRoutes(ingress, feeds.firms(), listed, ack);
        giveUps = new GiveUpRoutes(ingress, feeds, listed, ack);
    }

    @Override
    public void addTo(Routes routes) {
        routes.read("/admin/firms", Scope.ADMIN, call -> firms())
                .says("All firms and their accounts")
                .answers(200, Items.class);
        credit.addTo(routes);
        states.addTo(routes);
        roles.addTo(routes);
        giveUps.addTo(routes);
    }

    private record Firm(String id, String name, List<String> accounts) {}

    private record Items(List<Firm> items, long sequence) {}

    private Answer firms() {
        Map<Integer, List<String>> accounts = new TreeMap<>();
        long cursor = Page.NEWEST;
        long sequence = 0;
        while (cursor != 0) {
            Page<Account> page = listings.accounts(cursor, Page.MAX_ITEMS);
            for (Account account : page.items()) {
                if (account.firm() == 0) continue;
                accounts.computeIfAbsent(account.firm(), any -> new ArrayList<>())
                        .add(0, Integer.toString(account.number()));
            }
            cursor = page.next().orElse(0);
            sequence = page.sequence();
        }
        Map<Integer, String> known = names.firmNames();
        List<Firm> items = new ArrayList<>();
        accounts.forEach((firm, own) -> items.add(new Firm(Integer.toString(firm), known.get(firm), own)));
        return Answer.ok(new Items(items, sequence));
    }
}
