package io.rialto.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.engine.reference.Command;
import io.rialto.engine.rules.VenueUnderTest;
import org.junit.jupiter.api.Test;

class ListingRulesTest {
    private static final long NONE = Command.NULL;
    private final VenueUnderTest venue = VenueUnderTest.empty();

    @Test
    void assetsAreCountedFromOneAndKnownByTheirCodes() {
        lists("BTC", 8).emits("listed");
        lists("EUR", 2).emits("listed");

        assertThat(venue.core().state().assetNumber("EUR")).isEqualTo(2);
        assertThat(venue.core().state().assetNumber("USD")).isZero();
    }

    @Test
    void anAssetIsListedOnceAndSoundly() {
        lists("BTC", 18).emits("listed");

        lists("BTC", 8).emits("rejected ASSET_ALREADY_LISTED");
        lists("", 8).emits("rejected INVALID_ASSET");
        lists("B TC", 8).emits("rejected INVALID_ASSET");
        lists("ETH", 19).emits("rejected INVALID_ASSET");
    }

    @Test
    void anInstrumentNeedsTwoListedAssets() {
        lists("BTC", 8);

        venue.decides(terms().build()).emits("rejected UNKNOWN_ASSET");
        lists("EUR", 2);
        venue.decides(terms().build()).emits("listed");
        venue.decides(terms().build()).emits("rejected INSTRUMENT_ALREADY_LISTED");
        assertThat(venue.core().state().instrumentNumber("BTC-EUR")).isEqualTo(1);
    }

    @Test
    void termsThatContradictEachOtherAreRefused() {
        lists("BTC", 8);
        lists("EUR", 2);

        Listing[] wrong = {
            terms().symbol(""),
            terms().assets(1, 1),
            terms().tick(0, 2),
            terms().tick(-1, 2),
            terms().tick(1, 19),
            terms().lot(0, 3),
            terms().lot(1, 9), // a tenth of a base unit
            terms().quantity(0, 10),
            terms().quantity(11, 10),
            terms().notional(-1),
            terms().collar(0),
            terms().collar(-1),
            terms().reference(0),
            terms().fees(10_000_001, 0),
            terms().fees(0, -10_000_001),
            terms().fees(-1, 1), // a rebate, and fees are in what is received
            terms().inQuote().fees(-2, 1), // a rebate that nobody pays for
            terms().tick(Long.MAX_VALUE, 0).lot(Long.MAX_VALUE, 8),
        };
        for (Listing listing : wrong) venue.decides(listing.build()).emits("rejected INVALID_INSTRUMENT");
        venue.decides(terms().inQuote().fees(-1, 1).build()).emits("listed");
        venue.decides(terms().symbol("B").fees(-1, 0).rebatesMayCost().build()).emits("listed");
        venue.decides(terms().symbol("C").fees(10_000_000, 10_000_000).build()).emits("listed");
    }

    @Test
    void accountsAreCountedFromOneHundred() {
        venue.decides(new Command.OpenAccount(1, 5, 0)).decides(new Command.OpenAccount(0, 0, 4));

        assertThat(venue.core().state().accountCount()).isEqualTo(2);
        venue.decides(new Command.OpenAccount(-1, 0, 0)).emits("rejected INVALID_COMBINATION");
        venue.decides(new Command.OpenAccount(0, -1, 0)).emits("rejected INVALID_COMBINATION");
        venue.decides(new Command.OpenAccount(0, 0, 6)).emits("rejected INVALID_COMBINATION");
        venue.decides(new Command.OpenAccount(0, 0, 255)).emits("rejected INVALID_COMBINATION");
    }

    private VenueUnderTest lists(String code, int scale) {
        return venue.decides(new Command.ListAsset(code, scale));
    }

    private static Listing terms() {
        return new Listing();
    }

    /** Bitcoin in euro: a tick of a cent, a lot of a thousandth. */
    private static final class Listing {
        private String symbol = "BTC-EUR";
        private int base = 1;
        private int quote = 2;
        private long tick = 1;
        private int tickScale = 2;
        private long lot = 1;
        private int lotScale = 3;
        private long least = 1;
        private long most = 1000;
        private long notional;
        private long collar = NONE;
        private long reference = NONE;
        private int maker;
        private int taker;
        private int policy = 1;
        private int mayBeNegative;

        Listing symbol(String to) {
            symbol = to;
            return this;
        }

        Listing assets(int baseAsset, int quoteAsset) {
            base = baseAsset;
            quote = quoteAsset;
            return this;
        }

        Listing tick(long mantissa, int scale) {
            tick = mantissa;
            tickScale = scale;
            return this;
        }

        Listing lot(long mantissa, int scale) {
            lot = mantissa;
            lotScale = scale;
            return this;
        }

        Listing quantity(long from, long to) {
            least = from;
            most = to;
            return this;
        }

        Listing notional(long minor) {
            notional = minor;
            return this;
        }

        Listing collar(long ticks) {
            collar = ticks;
            return this;
        }

        Listing reference(long ticks) {
            reference = ticks;
            return this;
        }

        Listing fees(int makerRate, int takerRate) {
            maker = makerRate;
            taker = takerRate;
            return this;
        }

        Listing inQuote() {
            policy = 2;
            return this;
        }

        Listing rebatesMayCost() {
            mayBeNegative = 1;
            return this;
        }

        Command build() {
            return new Command.ListInstrument(
                    symbol,
                    base,
                    quote,
                    tick,
                    lot,
                    least,
                    most,
                    notional,
                    collar,
                    reference,
                    maker,
                    taker,
                    tickScale,
                    lotScale,
                    policy,
                    1,
                    mayBeNegative);
        }
    }
}
