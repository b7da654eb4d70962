package io.rialto.feeds;

import static io.rialto.feeds.History.ALICE;
import static io.rialto.feeds.History.BOB;
import static io.rialto.feeds.History.BTC_USD;
import static io.rialto.feeds.History.CAROL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rialto.feeds.listing.Account;
import io.rialto.feeds.listing.Asset;
import io.rialto.feeds.listing.Instrument;
import io.rialto.feeds.listing.Listings;
import io.rialto.feeds.position.FeedsStopped;
import io.rialto.feeds.position.Page;
import io.rialto.protocol.FeePolicy;
import io.rialto.protocol.ListingStep;
import io.rialto.protocol.MarketRemainder;
import io.rialto.protocol.Phase;
import io.rialto.protocol.SelfTradePrevention;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ListingRulesTest {
    private static final Asset BTC = new Asset(1, "BTC", 8, 1);
    private static final Asset USD = new Asset(2, "USD", 2, 2);

    private final History history = History.listed();
    private final Listings listings = history.feeds.listings();

    @Test
    void assetsAreFoundByNumberAndCode() {
        assertThat(listings.assets().items()).containsExactly(BTC, USD);
        assertThat(listings.assets().sequence()).isEqualTo(history.sequence());
        assertThat(listings.asset(1)).contains(BTC);
        assertThat(listings.asset("USD")).contains(USD);
        assertThat(listings.asset("EUR")).isEmpty();
        assertThat(listings.asset(0)).isEmpty();
        assertThat(listings.asset(3)).isEmpty();
    }

    @Test
    void anInstrumentHasTheTermsOfItsCommand() {
        Instrument expected = new Instrument(
                BTC_USD,
                "BTC-USD",
                BTC,
                USD,
                1,
                2,
                5,
                3,
                1,
                1_000_000,
                10,
                OptionalLong.of(50),
                OptionalLong.empty(),
                -100,
                10_000,
                FeePolicy.RECEIVED,
                MarketRemainder.EXPIRE,
                true,
                Phase.CONTINUOUS,
                ListingStep.LISTED,
                Map.of(),
                OptionalLong.empty(),
                Optional.empty(),
                3);
        assertThat(listings.instrument("BTC-USD")).contains(expected);
        assertThat(listings.instrument(BTC_USD)).contains(expected);
        history.listInstrument(2, "BTC-USD2", null);
        assertThat(listings.instrument(2).orElseThrow().collarTicks()).isEmpty();
        assertThat(listings.instruments().items()).hasSize(2);
    }

    @Test
    void accountsAreCountedFromAHundredAndPagedNewestFirst() {
        assertThat(listings.account(ALICE))
                .contains(new Account(ALICE, 1, ALICE, SelfTradePrevention.CANCEL_NEWEST, 4));
        assertThat(listings.account(99)).isEmpty();
        Page<Account> first = listings.accounts(Page.NEWEST, 2);
        assertThat(first.items()).extracting(Account::number).containsExactly(CAROL, BOB);
        Page<Account> second = listings.accounts(first.next().orElseThrow(), 2);
        assertThat(second.items()).extracting(Account::number).containsExactly(ALICE);
        assertThat(second.next()).isEmpty();
    }

    @Test
    void aGapInTheNumbersStopsTheFeeds() {
        assertThatThrownBy(() -> history.tick(told -> told.assetListed(4, "EUR", 2)))
                .isInstanceOf(FeedsStopped.class)
                .hasMessageContaining("asset numbers must have no gaps: expected=3 number=4");
    }
}
