package io.rialto.gateway.admin;

import io.rialto.feeds.listing.Account;
import io.rialto.feeds.listing.Listings;
import io.rialto.feeds.position.Page;
import io.rialto.gateway.access.KeyRing;
import io.rialto.gateway.access.Scope;
import io.rialto.gateway.form.Cursors;
import io.rialto.gateway.form.Field;
import io.rialto.gateway.form.Fields;
import io.rialto.gateway.form.Form;
import io.rialto.gateway.http.Answer;
import io.rialto.gateway.http.Call;
import io.rialto.gateway.http.RouteGroup;
import io.rialto.gateway.http.Routes;
import io.rialto.gateway.ingress.Ingress;
import io.rialto.gateway.ingress.KeptFrame;
import io.rialto.protocol.AccountOpenedDecoder;
import io.rialto.protocol.SelfTradePrevention;
import io.rialto.protocol.frame.FrameView;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;

/** Open accounts and look at them. Their names live in the control store, history knows numbers. */
public final class AccountRoutes implements RouteGroup {
    private static final Pattern NAMES = Pattern.compile("[^\\p{Cntrl}]{1,128}");
    private static final Fields OPEN_FIELDS = Fields.of(
            Field.text("name", NAMES),
            Field.text("firm", NAMES).optional(),
            Field.text("tradeGroup").optional(),
            Field.choice("selfTradePrevention", SelfTradePrevention.class).optional());
    private static final int USUAL_LIMIT = 100;

    private final Ingress ingress;
    private final Listings listings;
    private final KeyRing names;

    public AccountRoutes(Ingress ingress, Listings listings, KeyRing names) {
        this.ingress = ingress;
        this.listings = listings;
        this.names = names;
    }

    @Override
    public void addTo(Routes routes) {
        routes.write("POST", "/admin/accounts", Scope.ADMIN, this::open)
                .says("Open an account")
                .takes(OPEN_FIELDS)
                .answers(201, Body.class);
        routes.read("/admin/accounts", Scope.ADMIN, this::list, "limit", "cursor")
                .says("All accounts")
                .answers(200, Items.class);
    }

    private record Body(
            String id, String name, String firm, String tradeGroup, String selfTradePrevention, long sequence) {}

    private record Items(List<Body> items, String next, long sequence) {}

    private CompletionStage<Answer> open(Call call) {
        Form form = call.form().knows(OPEN_FIELDS);
        String name = form.text("name", NAMES, "must be 1..128 characters");
        String firm = form.has("firm") ? form.text("firm", NAMES, "must be 1..128 characters") : "";
        int tradeGroup = form.has("tradeGroup") ? Call.accountNumber("tradeGroup", form.text("tradeGroup")) : 0;
        SelfTradePrevention prevention =
                form.choice("selfTradePrevention", SelfTradePrevention.class, SelfTradePrevention.ACCOUNT_DEFAULT);
        int firmNumber = firm.isEmpty() ? 0 : names.firmNumber(firm);
        return ingress.submit(call.origin(), AdminCommands.openAccount(firmNumber, tradeGroup, prevention))
                .thenApply(outcome -> Answer.decided(outcome, frame -> opened(frame, name, firm)));
    }

    private Answer opened(KeptFrame frame, String name, String firm) {
        FrameView view = frame.event(AccountOpenedDecoder.TEMPLATE_ID).orElseThrow();
        AccountOpenedDecoder opened = new AccountOpenedDecoder()
                .wrap(view.buffer(), view.eventOffset(), view.eventBlockLength(), view.eventVersion());
        names.nameAccount(opened.account(), name);
        return Answer.created(new Body(
                Integer.toString(opened.account()),
                name,
                firm.isEmpty() ? null : firm,
                Integer.toString(opened.tradeGroup()),
                opened.selfTradePrevention().name(),
                frame.sequence()));
    }

    private Answer list(Call call) {
        long cursor = call.parameter("cursor").map(Cursors::place).orElse(Page.NEWEST);
        int limit = (int) call.whole("limit", 1, Page.MAX_ITEMS).orElse(USUAL_LIMIT);
        Page<Account> page = listings.accounts(cursor, limit);
        Map<Integer, String> accounts = names.accountNames();
        Map<Integer, String> firms = names.firmNames();
        return Answer.ok(new Items(
                page.items().stream()
                        .map(account -> body(account, accounts, firms))
                        .toList(),
                page.next().isPresent() ? Cursors.text(page.next().getAsLong()) : null,
                page.sequence()));
    }

    private static Body body(Account account, Map<Integer, String> accounts, Map<Integer, String> firms) {
        return new Body(
                Integer.toString(account.number()),
                accounts.get(account.number()),
                firms.get(account.firm()),
                Integer.toString(account.tradeGroup()),
                account.selfTradePrevention().name(),
                account.sequence());
    }
}
