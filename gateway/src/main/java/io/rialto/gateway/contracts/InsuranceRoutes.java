package io.rialto.gateway.contracts;

import io.rialto.feeds.contracts.InsuranceEntry;
import io.rialto.feeds.listing.Asset;
import io.rialto.feeds.listing.Listing;
import io.rialto.feeds.margin.AccountMargin;
import io.rialto.feeds.margin.ContractMargin;
import io.rialto.feeds.margin.MarginBalance;
import io.rialto.feeds.margin.Margins;
import io.rialto.gateway.access.Scope;
import io.rialto.gateway.form.Decimals;
import io.rialto.gateway.form.Field;
import io.rialto.gateway.form.Fields;
import io.rialto.gateway.form.Form;
import io.rialto.gateway.form.Times;
import io.rialto.gateway.http.Answer;
import io.rialto.gateway.http.Call;
import io.rialto.gateway.http.RouteGroup;
import io.rialto.gateway.http.Routes;
import io.rialto.gateway.ingress.Command;
import io.rialto.gateway.ingress.Ingress;
import io.rialto.gateway.market.Listed;
import io.rialto.gateway.market.Terms;
import io.rialto.protocol.FundInsuranceEncoder;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** The insurance fund's public ledger, its last ten thousand movements; and the venue's own money into it or out of it. */
final class InsuranceRoutes implements RouteGroup {
    private static final int FUND = 4;
    private static final Fields MOVE_FIELDS = Fields.of(Field.text("asset"), Field.signed("amount"));

    private final Ingress ingress;
    private final Margins margins;
    private final Listed listed;
    private final String ack;

    InsuranceRoutes(Ingress ingress, Margins margins, Listed listed, String ack) {
        this.ingress = ingress;
        this.margins = margins;
        this.listed = listed;
        this.ack = ack;
    }

    @Override
    public void addTo(Routes routes) {
        routes.open("/market/insurance-fund", this::fund)
                .says("What the insurance fund holds and what moved it")
                .answers(200, Body.class);
        routes.write("POST", "/admin/insurance-fund", Scope.ADMIN, this::move)
                .says("Put money into the insurance fund, or take it out")
                .takes(MOVE_FIELDS)
                .answers(200, Moved.class)
                .takesTwo();
    }

    private record Moved(String asset, String amount, long sequence, String ack) {}

    private record Balance(String asset, String balance) {}

    /**
     * @param symbol null where it is about no contract
     * @param quantity of the fund's own position, bought or, below zero, sold; null for none, like its price
     */
    private record Item(
            String kind,
            String asset,
            String amount,
            String balance,
            String symbol,
            String quantity,
            String price,
            String time,
            long sequence) {}

    /** What the fund took over and still has, bought less sold. */
    private record Held(String symbol, String quantity, String cost, String unrealised) {}

    private record Body(List<Balance> balances, List<Held> positions, List<Item> items, long sequence) {}

    private CompletionStage<Answer> move(Call call) {
        Form form = call.form().knows(MOVE_FIELDS);
        Asset asset = listed.asset(form.at("asset"), form.text("asset"));
        long amountMinor = Decimals.signedMinor(form.at("amount"), form.text("amount"), asset.scale());
        return ingress.submit(call.origin(), command(asset.number(), amountMinor))
                .thenApply(outcome -> Answer.decided(
                        outcome,
                        frame -> Answer.ok(new Moved(
                                asset.code(), Decimals.text(amountMinor, asset.scale()), frame.sequence(), ack))));
    }

    private static Command command(int asset, long amountMinor) {
        return frame -> {
            FundInsuranceEncoder command = new FundInsuranceEncoder()
                    .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader())
                    .amountMinor(amountMinor)
                    .asset(asset);
            frame.commandEncoded(FundInsuranceEncoder.TEMPLATE_ID, command.encodedLength());
        };
    }

    private Answer fund(Call call) {
        Listing<InsuranceEntry> ledger = margins.insurance();
        AccountMargin fund = margins.of(FUND);
        List<Balance> balances = fund.margins().stream().map(this::balance).toList();
        List<Held> positions = fund.contracts().stream()
                .filter(contract -> contract.position().lots() != 0)
                .map(this::held)
                .toList();
        return Answer.ok(new Body(
                balances, positions, ledger.items().stream().map(this::item).toList(), ledger.sequence()));
    }

    private Balance balance(MarginBalance margin) {
        Asset asset = listed.asset(margin.asset());
        return new Balance(asset.code(), Decimals.text(margin.totalMinor(), asset.scale()));
    }

    private Held held(ContractMargin contract) {
        Terms terms = listed.terms(contract.instrument());
        return new Held(
                terms.instrument().symbol(),
                terms.quantity(contract.position().lots()),
                terms.quote(contract.position().costMinor()),
                terms.quote(contract.unrealisedMinor()));
    }

    private Item item(InsuranceEntry entry) {
        Asset asset = listed.asset(entry.asset());
        boolean isOfMarket = entry.instrument() != 0;
        boolean isOfPosition = entry.changeLots() != 0;
        Terms terms = isOfMarket ? listed.terms(entry.instrument()) : null;
        return new Item(
                entry.kind().name(),
                asset.code(),
                Decimals.text(entry.amountMinor(), asset.scale()),
                Decimals.text(entry.balanceMinor(), asset.scale()),
                isOfMarket ? terms.instrument().symbol() : null,
                isOfPosition ? terms.quantity(entry.changeLots()) : null,
                isOfPosition ? terms.price(entry.priceTicks()) : null,
                Times.text(entry.timeNanos()),
                entry.sequence());
    }
}
